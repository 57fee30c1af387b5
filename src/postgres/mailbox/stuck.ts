import type { Lanes } from '../../core/lanes.ts';
import { rows, type Sql } from '../sql.ts';

/** Lanes, and how those are freed that could not be given back while the database was away. */
export type FreeingLanes = {
  lanes: Lanes;
  /** These holders may have been given lanes of which nobody here was told. */
  doubt: (holders: string[]) => void;
  /** Gives them back now. What the database does not take is tried the next time. Rejects while it is away. */
  free: () => Promise<void>;
};

/** A database that was away would else keep each such person waiting until the lane's time is up. */
export function freeingLanes(sql: Sql, lanes: Lanes): FreeingLanes {
  const stuck = new Set<string>();
  return {
    lanes: {
      ...lanes,
      async leave(hold, sent) {
        try {
          const more = await lanes.leave(hold, sent);
          stuck.delete(hold.holder);
          return more;
        } catch (error) {
          stuck.add(hold.holder);
          throw error;
        }
      },
    },
    doubt: (holders) => {
      for (const holder of holders) stuck.add(holder);
    },
    async free() {
      const holders = [...stuck];
      if (holders.length === 0) return;
      await rows(sql, 'update lane set holder = null, held_until = now() where holder = any($1)', [holders]);
      for (const holder of holders) stuck.delete(holder);
    },
  };
}
