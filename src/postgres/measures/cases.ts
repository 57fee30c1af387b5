import type { Pool } from 'pg';
import type { CaseStep, MonthFigures } from '../../core/measures/figures.ts';
import { addToMonth, firstDay, type Month } from '../../core/measures/month.ts';
import { least, release, releaseRunning } from '../../core/measures/release.ts';
import { rows } from '../sql.ts';

/** Deeds at cases by the month they fell in. Of a case only its first reply counts. Events outlive their case. */
const deeds = `
  select what, coalesce(reason, '') as reason, count(*)::int as n from (
    select distinct on (referral, what) what, case when what = 'closed' then reason end as reason, at
    from referral_event where what in ('created', 'replied', 'closed', 'withdrawn', 'alarmed')
    order by referral, what, at
  ) first
  where at >= $1::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and at < $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
  group by 1, 2`;

const waits = `
  select count(*)::int as n, percentile_cont(0.5) within group (order by extract(epoch from replied - created) / 60) as minutes
  from (
    select min(at) filter (where what = 'created') as created, min(at) filter (where what = 'replied') as replied
    from referral_event where what in ('created', 'replied') group by referral
  ) one
  where replied >= $1::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and replied < $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and created is not null`;

/** What may be told of the cases of one month. */
export async function casesOfMonth(
  pool: Pool,
  month: Month,
  running: boolean,
): Promise<Pick<MonthFigures, 'cases' | 'firstReplyMinutes'>> {
  const span = [firstDay(month), firstDay(addToMonth(month, 1))];
  const [counted, [wait]] = await Promise.all([
    rows<{ what: CaseStep; reason: string; n: number }>(pool, deeds, span),
    rows<{ n: number; minutes: number | null }>(pool, waits, span),
  ]);
  const leaves = counted.map(({ what, reason, n }) => ({ path: what === 'closed' ? [what, reason] : [what], n }));
  const isTold = wait !== undefined && wait.minutes !== null && wait.n >= least;
  return {
    cases: running ? releaseRunning(leaves, 1) : release(leaves),
    firstReplyMinutes: isTold ? Math.round(Number(wait.minutes)) : null,
  };
}
