import type { Pool } from 'pg';
import type { ModelUse } from '../core/model-use.ts';
import { rows } from './sql.ts';

/** Counts of a day in the database. */
export function modelUse(pool: Pool): ModelUse {
  return {
    async add(day, counts) {
      const names = Object.keys(counts);
      await rows(
        pool,
        `insert into model_use (day, what, count)
         select $1::date, what, count from unnest($2::text[], $3::bigint[]) as one (what, count)
         on conflict (day, what) do update set count = model_use.count + excluded.count`,
        [day, names, names.map((name) => Math.round(counts[name] ?? 0))],
      );
      const all = await rows<{ what: string; count: string }>(
        pool,
        'select what, count from model_use where day = $1::date',
        [day],
      );
      return Object.fromEntries(all.map(({ what, count }) => [what, Number(count)]));
    },
  };
}

/** Counts of the days from `from` (`YYYY-MM-DD`) on. */
export async function usedSince(
  pool: Pool,
  from: string,
): Promise<Array<{ day: string; what: string; count: number }>> {
  const found = await rows<{ day: string; what: string; count: string }>(
    pool,
    "select to_char(day, 'YYYY-MM-DD') as day, what, count from model_use where day >= $1::date",
    [from],
  );
  return found.map((one) => ({ ...one, count: Number(one.count) }));
}
