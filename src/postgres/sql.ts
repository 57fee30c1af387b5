import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** Anything that runs a statement: a pool, or one client inside a transaction. */
export type Sql = Pick<Pool, 'query'> | Pick<PoolClient, 'query'>;

/** Runs `work` in one transaction: all of it stands, or none. */
export async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Names of statements by their text. Texts are written in code, so there are only so many. */
const names = new Map<string, string>();

/** The rows of a statement, which each connection reads and plans only once. */
export async function rows<R extends QueryResultRow>(sql: Sql, text: string, values: unknown[] = []): Promise<R[]> {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 40);
    names.set(text, name);
  }
  const { rows: found } = await (sql as Pool).query<R>({ name, text, values });
  return found;
}
