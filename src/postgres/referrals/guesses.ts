import type { Pool } from 'pg';
import { rows } from '../sql.ts';

/** Tries allowed within the window. Whoever found a receipt must not get to guess the word. */
const most = 5;
const windowMs = 60 * 60_000;

/**
 * Counts a try to come back, for the contact and for the receipt. `false` when either had too many within the hour:
 * tries side by side all count before any is judged.
 */
export async function mayTry(pool: Pool, contact: string, lookup: string, now: Date): Promise<boolean> {
  const about = [`contact:${contact}`, `receipt:${lookup}`];
  await rows(pool, 'insert into desk_guess (about, at) select unnest($1::text[]), $2', [about, now]);
  const since = new Date(now.getTime() - windowMs);
  const tries = await rows<{ count: number }>(
    pool,
    'select count(*)::int as count from desk_guess where about = any($1) and at > $2 group by about',
    [about, since],
  );
  return tries.every((one) => one.count <= most);
}

/** The right word was said: its tries do not count any more. */
export async function forgetTries(pool: Pool, contact: string, lookup: string): Promise<void> {
  await rows(pool, 'delete from desk_guess where about = any($1)', [[`contact:${contact}`, `receipt:${lookup}`]]);
}
