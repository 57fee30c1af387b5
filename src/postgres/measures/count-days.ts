import type { Pool } from 'pg';
import { localDay } from '../../core/local-day.ts';
import { monthOf } from '../../core/measures/month.ts';
import { rows, transaction } from '../sql.ts';
import { alike, begins, dayOf, kind, monthOfDay, sums } from './fact-columns.ts';

/** A turn that began before midnight may be stored after it; a day is counted when it is over by this much. */
const settledAfterMs = 2 * 3_600_000;

/**
 * Counts the days that are over and were not counted, once over all replicas, and then forgets whose facts they were:
 * pseudonyms of those days and the keys of every time that is over. Facts themselves stay.
 */
export async function countDays(pool: Pool, now: Date): Promise<void> {
  const today = localDay(new Date(now.getTime() - settledAfterMs));
  const [state] = await rows<{ counted: boolean }>(pool, 'select until >= $1::date as counted from fact_counted', [
    today,
  ]);
  if (state?.counted) return;
  await transaction(pool, async (client) => {
    const [from] = await rows<{ until: string }>(
      client,
      "select to_char(until, 'YYYY-MM-DD') as until from fact_counted for update",
    );
    if (from === undefined || from.until >= today) return;
    const isOver = `bucket >= ${begins('$1')} and bucket < ${begins('$2')}`;
    const days = [from.until, today];
    await rows(
      client,
      `insert into fact_month as known (month, ${alike}, turns, asked, right_before, right_after)
       select ${monthOfDay}, ${alike}, ${sums} from fact where ${isOver} group by ${monthOfDay}, ${alike}
       on conflict (month, ${alike}) do update set turns = known.turns + excluded.turns, asked = known.asked + excluded.asked,
         right_before = known.right_before + excluded.right_before, right_after = known.right_after + excluded.right_after`,
      days,
    );
    await rows(
      client,
      `insert into kind_day (day, channel, kind, turns)
       select ${dayOf}, channel, ${kind}, count(*) from fact where ${isOver} group by 1, 2, 3`,
      days,
    );
    await rows(
      client,
      `insert into people_day (day, channel, people)
       select ${dayOf}, channel, count(distinct pseudonym) from fact
       where ${isOver} and pseudonym is not null and learned is null group by ${dayOf}, channel`,
      days,
    );
    await rows(
      client,
      `insert into term_day (day, channel, term, nearest, turns, people)
       select ${dayOf}, channel, term, mode() within group (order by nearest), count(*), count(distinct pseudonym)
       from fact, unnest(terms) as term where ${isOver} and terms is not null group by ${dayOf}, channel, term`,
      days,
    );
    await rows(
      client,
      `update fact set pseudonym = null where ${isOver} and pseudonym is not null and learned is null`,
      days,
    );
    await rows(client, 'delete from fact_key where (length(time) = 10 and time < $1) or time < $2', [
      today,
      monthOf(today),
    ]);
    await rows(client, 'update fact_counted set until = $1::date', [today]);
  });
}
