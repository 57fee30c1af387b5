import type { Pool } from 'pg';
import { forgetTriesMs, oneMore, type Tries, waitsFor } from '../../core/officers/patience.ts';
import type { TryStore } from '../../core/officers/ports.ts';
import { rows, transaction } from '../sql.ts';

/** Tries to sign in. A try is counted before it is looked at, so many at once cannot slip past the count. */
export function tryStore(pool: Pool): TryStore {
  return {
    count: (mark, now) =>
      transaction(pool, async (client) => {
        const past = new Date(now.getTime() - forgetTriesMs);
        await rows(client, 'delete from officer_try where last_at <= $1', [past]);
        await rows(
          client,
          'insert into officer_try (mark, count, last_at) values ($1, 0, $2) on conflict (mark) do nothing',
          [mark, now],
        );
        const [row] = await rows<{ count: number; last_at: Date }>(
          client,
          'select count, last_at from officer_try where mark = $1 for update',
          [mark],
        );
        const before: Tries | null = row === undefined ? null : { count: row.count, lastAt: row.last_at };
        const ms = waitsFor(before, now);
        if (ms > 0) return { kind: 'wait', ms } as const;
        const tries = oneMore(before, now);
        await rows(client, 'update officer_try set count = $2, last_at = $3 where mark = $1', [
          mark,
          tries.count,
          tries.lastAt,
        ]);
        return { kind: 'taken', tries } as const;
      }),
    async clear(mark) {
      await rows(pool, 'delete from officer_try where mark = $1', [mark]);
    },
  };
}
