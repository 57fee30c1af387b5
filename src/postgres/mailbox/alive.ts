import type { Pool, PoolClient } from 'pg';
import { rows } from '../sql.ts';

/** Any constant: marks the locks by which replicas of this program show that they live. */
const lockClass = 224_2022;
const lockOf = `from pg_locks where locktype = 'advisory' and classid = ${lockClass} and objsubid = 2
  and database = (select oid from pg_database where datname = current_database())`;

export type Alive = {
  /** Shows it again if the connection was lost. Never rejects. */
  keep: () => Promise<void>;
  stop: () => void;
};

/**
 * Shows other replicas on the same server that this one lives: a lock of one connection, which the server lets go at
 * once when the process dies. `replica` is this one's number, from 1 to 2³¹−1.
 */
export function showAlive(pool: Pool, replica: number): Alive {
  let client: PoolClient | null = null;
  let connecting = false;
  let stopped = false;
  const lose = (lost: PoolClient) => {
    if (client !== lost) return;
    client = null;
    lost.release(true);
  };
  return {
    async keep() {
      // A server that is slow to answer: one connection at a time, or those overtaken would never be given back.
      if (client !== null || connecting || stopped) return;
      connecting = true;
      try {
        const fresh = await pool.connect();
        if (stopped) return fresh.release();
        client = fresh;
        fresh.once('error', () => lose(fresh));
        fresh.once('end', () => lose(fresh));
        await fresh.query(`select pg_advisory_lock(${lockClass}, $1)`, [replica]);
      } catch {
        if (client) lose(client);
      } finally {
        connecting = false;
      }
    },
    stop() {
      stopped = true;
      if (client) lose(client);
    },
  };
}

/**
 * Frees the lanes, and the channels for sending to many, of replicas that died, long before their time is up. Does nothing while this replica's own lock is not
 * seen (a connection pooler in between, a lost connection): then only the time decides.
 */
export async function freeDead(pool: Pool, replica: number): Promise<void> {
  for (const freed of ['lane set holder = null, held_until = now()', 'broadcast_lease set holder = null'])
    await rows(
      pool,
      `update ${freed}
       where holder ~ '^[0-9]+/' and split_part(holder, '/', 1)::bigint not in (select objid::bigint ${lockOf})
         and exists (select ${lockOf} and objid::bigint = $1)`,
      [replica],
    );
}
