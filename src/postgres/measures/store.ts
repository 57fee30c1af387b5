import type { Pool } from 'pg';
import type { MonthFigures } from '../../core/measures/figures.ts';
import type { Month } from '../../core/measures/month.ts';
import type { Health, MeasureStore, UnansweredTerm } from '../../core/measures/ports.ts';
import { fives, least } from '../../core/measures/release.ts';
import { rows } from '../sql.ts';
import { caseFigures } from './cases.ts';
import { countDays } from './count-days.ts';
import { dayOf, isLate } from './fact-columns.ts';
import { turnFigures } from './months.ts';

/** People who must have asked on one day and channel before a term is told. */
const leastPeople = 3;

const unanswered = `
  with term as (
    select day, channel, term, nearest, turns, people from term_day
    union all
    select ${dayOf}, channel, term, mode() within group (order by nearest),
      count(*)::int, count(distinct pseudonym)::int
    from fact, unnest(terms) as term
    where ${isLate} and terms is not null
    group by 1, 2, 3
  )
  select term, sum(turns)::int as n, mode() within group (order by nearest) as nearest, to_char(max(day), 'YYYY-MM') as last
  from term
  where people >= $1 and to_char(day, 'YYYY-MM') = any($2) and ($3::text is null or channel = $3)
  group by term order by sum(turns) desc, term limit 100`;

const health = `
  select count(*)::int as turns,
    percentile_cont(0.5) within group (order by latency_ms) as median,
    percentile_cont(0.95) within group (order by latency_ms) as p95,
    (select count(*)::int from inbox) + (select count(*)::int from outbox) as waiting,
    extract(epoch from now() - least((select min(received_at) from inbox), (select min(created_at) from outbox))) as oldest
  from fact where bucket > $1::timestamptz - interval '24 hours'`;

/** Figures from the database. Months that are over are read once and kept. */
export function measureStore(pool: Pool): MeasureStore {
  const over = new Map<Month, MonthFigures>();
  return {
    async months(months, now) {
      await countDays(pool, now);
      const [state] = await rows<{ until: string }>(
        pool,
        "select to_char(until, 'YYYY-MM-DD') as until from fact_counted",
      );
      const counted = state?.until ?? '';
      const isRunning = (month: Month) => month >= counted.slice(0, 7);
      const missing = [...new Set(months)].filter((month) => !over.has(month));
      const [turns, cases] = await Promise.all([
        turnFigures(pool, missing, isRunning),
        caseFigures(pool, missing, isRunning),
      ]);
      const read = new Map(over);
      for (const month of missing) {
        const [some, others] = [turns.get(month), cases.get(month)];
        if (some && others) read.set(month, { month, running: isRunning(month), ...some, ...others });
      }
      for (const [month, figures] of read) if (!figures.running) over.set(month, figures);
      return months.flatMap((month) => read.get(month) ?? []);
    },
    async unanswered(months, channel) {
      const found = await rows<UnansweredTerm>(pool, unanswered, [leastPeople, months, channel]);
      return found.map((one) => ({ ...one, n: fives(one.n) }));
    },
    async health(now) {
      type Row = {
        turns: number;
        median: number | null;
        p95: number | null;
        waiting: number;
        oldest: string | null;
      };
      const [row] = await rows<Row>(pool, health, [now]);
      const isTold = row !== undefined && row.turns >= least;
      const told: Health = {
        medianMs: isTold ? row.median : null,
        p95Ms: isTold ? row.p95 : null,
        waiting: row?.waiting ?? 0,
        oldestSeconds: row?.oldest == null ? null : Number(row.oldest),
      };
      return told;
    },
    async isDemo() {
      const [row] = await rows<{ demo: boolean }>(pool, 'select demo from fact_counted');
      return row?.demo ?? false;
    },
  };
}
