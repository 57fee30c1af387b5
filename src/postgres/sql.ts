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

/** The rows of a statement. */
export async function rows<R extends QueryResultRow>(sql: Sql, text: string, values: unknown[] = []): Promise<R[]> {
  const { rows: found } = await (sql as Pool).query<R>(text, values);
  return found;
}
