import type { Pool } from 'pg';
import type { CaseStep, MonthFigures } from '../../core/measures/figures.ts';
import type { Month } from '../../core/measures/month.ts';
import { least, release, releaseRunning } from '../../core/measures/release.ts';
import { rows } from '../sql.ts';

const monthOfDeed = "to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')";

/** Deeds at cases by the month they fell in. Of a case only the first of each counts. Events outlive their case. */
const deedsOfMonths = `
  select month, what, reason, count(*)::int as n from (
    select distinct on (referral, what) ${monthOfDeed} as month, what,
      case when what = 'closed' then coalesce(reason, '') else '' end as reason
    from referral_event where what in ('created', 'replied', 'closed', 'withdrawn', 'alarmed')
    order by referral, what, at
  ) first where month = any($1) group by month, what, reason`;

const waitsOfMonths = `
  select month, count(*)::int as n,
    percentile_cont(0.5) within group (order by extract(epoch from replied - created) / 60) as minutes
  from (
    select created, replied, to_char(replied at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month from (
      select min(at) filter (where what = 'created') as created, min(at) filter (where what = 'replied') as replied
      from referral_event where what in ('created', 'replied') group by referral
    ) one
  ) known where created is not null and month = any($1) group by month`;

export type CaseFigures = Pick<MonthFigures, 'cases' | 'firstReplyMinutes'>;

/** What may be told of the cases of each month; `isRunning` says which are not over. */
export async function caseFigures(
  pool: Pool,
  months: readonly Month[],
  isRunning: (month: Month) => boolean,
): Promise<Map<Month, CaseFigures>> {
  const [deeds, waits] = await Promise.all([
    rows<{ month: Month; what: CaseStep; reason: string; n: number }>(pool, deedsOfMonths, [months]),
    rows<{ month: Month; n: number; minutes: number }>(pool, waitsOfMonths, [months]),
  ]);
  return new Map(
    months.map((month) => {
      const leaves = deeds
        .filter((one) => one.month === month)
        .map(({ what, reason, n }) => ({ path: what === 'closed' ? [what, reason] : [what], n }));
      const wait = waits.find((one) => one.month === month && one.n >= least);
      return [
        month,
        {
          cases: isRunning(month) ? releaseRunning(leaves, 1) : release(leaves),
          firstReplyMinutes: wait === undefined ? null : Math.round(wait.minutes),
        },
      ];
    }),
  );
}
