import { rows, type Sql } from './sql.ts';

/**
 * Forgets what is past its time: message ids after 47 hours, taken updates after three days (no platform repeats
 * later), idle lanes after an hour, talks after their half hour, and whatever a channel that was switched off left in
 * the queue after two days.
 */
export async function forgetExpired(sql: Sql): Promise<void> {
  for (const past of [
    'erasable where expires_at <= now()',
    "update_seen where seen_at < now() - interval '3 days'",
    "lane where holder is null and held_until < now() - interval '1 hour'",
    'conversation where expires_at <= now()',
    "inbox where received_at < now() - interval '2 days'",
    "outbox where created_at < now() - interval '2 days'",
  ])
    await rows(sql, `delete from ${past}`);
}
