import { type Hold, LaneLost } from '../../core/lanes.ts';
import { rows, type Sql } from '../sql.ts';

/** A holder that was not heard of for so long has lost the lane. Longer than any one turn or sending may take. */
export const heldFor = "interval '1 minute'";

/** For `with`: keeps the lane of $1 for $2. Empty when another holds it, and then the statement must do nothing. */
export const mine = `mine as (update lane set held_until = now() + ${heldFor} where contact = $1 and holder = $2 returning contact)`;

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
