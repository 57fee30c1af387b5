import pg, { type Pool, type QueryResult } from 'pg';
import { type Hold, LaneLost } from '../../core/lanes.ts';
import { rows, type Sql } from '../sql.ts';

/** A holder that was not heard of for so long has lost the lane. Longer than any one turn or sending may take. */
export const heldFor = "interval '1 minute'";

/** For `with`: keeps the lane of $1 for $2. Empty when another holds it, and then the statement must do nothing. */
export const mine = `mine as (update lane set held_until = now() + ${heldFor} where contact = $1 and holder = $2 returning contact)`;

/** Takes the lane unless another holds it. */
export async function takeLane(sql: Sql, { contact, holder }: Hold): Promise<boolean> {
  const taken = await rows(
    sql,
    `insert into lane (contact, holder, held_until) values ($1, $2, now() + ${heldFor})
     on conflict (contact) do update set holder = excluded.holder, held_until = excluded.held_until
     where lane.holder is null or lane.held_until < now() returning contact`,
    [contact, holder],
  );
  return taken.length > 0;
}

/**
 * Gives the lane back. Returns whether something waits that is due. Two statements in one round trip: what comes in
 * while the lane is being left must be seen by the second, or find the lane free.
 */
export async function leaveLane(pool: Pool, { contact, holder }: Hold): Promise<boolean> {
  const [whose, who] = [pg.escapeLiteral(contact), pg.escapeLiteral(holder)];
  const results = (await pool.query(
    `update lane set holder = null, held_until = now() where contact = ${whose} and holder = ${who};
     select case when exists (select from outbox where contact = ${whose})
       then (select not_before <= now() from outbox where contact = ${whose} order by id limit 1)
       else exists (select from inbox where contact = ${whose}) end as waits`,
  )) as unknown as QueryResult<{ waits: boolean }>[];
  return results[1]?.rows[0]?.waits ?? false;
}

/** Runs a statement guarded by `mine` that returns a row when it did its work. Throws `LaneLost` when it did not. */
export async function whileHeld(sql: Sql, { contact, holder }: Hold, text: string, values: unknown[]): Promise<void> {
  const done = await rows(sql, text, [contact, holder, ...values]);
  if (done.length === 0) throw new LaneLost();
}

/** Whether the contact was told within the hour that the bot was away; if not, it counts as told from now on. */
export async function wasToldAway(sql: Sql, contact: string): Promise<boolean> {
  const fresh = await rows(
    sql,
    `update lane set told_away_at = now()
     where contact = $1 and (told_away_at is null or told_away_at < now() - interval '1 hour') returning contact`,
    [contact],
  );
  return fresh.length === 0;
}
