import type { Pool } from 'pg';
import { rows, transaction } from '../sql.ts';
import { note, type OnEvent } from './events.ts';

/**
 * Destroys closed cases past their days, drafts and visits past their time, and old tries. What happened to a case is
 * noted without words and stays.
 */
export async function forgetReferrals(pool: Pool, closedDays: number, now: Date, onEvent?: OnEvent): Promise<void> {
  await transaction(pool, async (client) => {
    await rows(client, 'delete from desk_talk where expires_at <= $1', [now]);
    await rows(client, "delete from desk_guess where at <= $1::timestamptz - interval '1 day'", [now]);
    const gone = await rows<{ id: string }>(
      client,
      'delete from referral where closed_at <= $1::timestamptz - make_interval(days => $2) returning id',
      [now, closedDays],
    );
    for (const { id } of gone)
      await note(client, { case: id, what: 'destroyed', officer: null, reason: null, at: now }, onEvent);
  });
}
