import type { Pool } from 'pg';
import { rows, type Sql, transaction } from './sql.ts';

/** A passage as the database keeps it. Dates are `YYYY-MM-DD`; dimensions are 1-based and ascending. */
export type PassageRow = {
  id: string;
  document: string;
  locator: string;
  kind: string;
  inForceFrom: string;
  inForceTo: string | null;
  words: Array<[dimension: number, weight: number]>;
};

/** Any constant: replicas that start together load the content one after the other. */
const lockKey = 224_2023;
const dimensions = 1_000_000_000;
const batchSize = 100;
/** The most entries pgvector takes in one sparse vector. */
const mostEntries = 16_000;

/**
 * Makes the database hold exactly the passages that `read` gives, in one transaction. Does nothing, and reads nothing,
 * when it was prepared from the same fingerprint. Returns how many rows were written.
 */
export async function replacePassages(
  database: { pool: Pool; vector: boolean },
  read: () => PassageRow[],
  fingerprint: string,
  onProgress: (step: string) => void,
): Promise<number> {
  if (await isPrepared(database.pool, fingerprint)) return 0;
  const passages = read();
  return transaction(database.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    // Another replica of the same version may have been here first.
    if (await isPrepared(client, fingerprint)) return 0;
    await client.query('delete from passage');
    for (let at = 0; at < passages.length; at += batchSize) {
      const batch = passages.slice(at, at + batchSize);
      await client.query(
        insertOf(batch.length, database.vector),
        batch.flatMap((one) => valuesOf(one, database.vector)),
      );
      if (at % 2_000 === 0)
        onProgress(`Đang nạp kiến thức: ${Math.min(at + batchSize, passages.length)}/${passages.length} đoạn`);
    }
    await client.query(
      'insert into knowledge_state (fingerprint) values ($1) on conflict (one) do update set fingerprint = excluded.fingerprint, loaded_at = now()',
      [fingerprint],
    );
    return passages.length;
  });
}

async function isPrepared(sql: Sql, fingerprint: string): Promise<boolean> {
  const [state] = await rows<{ fingerprint: string }>(sql, 'select fingerprint from knowledge_state');
  return state?.fingerprint === fingerprint;
}

function insertOf(count: number, vector: boolean): string {
  const width = vector ? 7 : 6;
  const places = Array.from({ length: count }, (_, row) => {
    const place = (column: number) => `$${row * width + column + 1}`;
    const words = vector ? `, ${place(6)}::sparsevec` : '';
    return `(${place(0)}, ${place(1)}, ${place(2)}, ${place(3)}, ${place(4)}::date, ${place(5)}::date${words})`;
  });
  const columns = `id, document, locator, kind, in_force_from, in_force_to${vector ? ', words' : ''}`;
  return `insert into passage (${columns}) values ${places.join(', ')}`;
}

function valuesOf(one: PassageRow, vector: boolean): unknown[] {
  const plain = [one.id, one.document, one.locator, one.kind, one.inForceFrom, one.inForceTo];
  return vector ? [...plain, literal(one.words)] : plain;
}

/** pgvector's text form: "{dimension:weight,…}/dimensions". */
function literal(words: Array<[number, number]>): string {
  return `{${words
    .slice(0, mostEntries)
    .map(([dimension, weight]) => `${dimension}:${weight}`)
    .join(',')}}/${dimensions}`;
}

/** The best `k` passages in force on `day` by inner product, best first, ties by id. Needs pgvector. */
export async function searchPassages(
  pool: Pool,
  weights: Array<[dimension: number, weight: number]>,
  k: number,
  day: string,
): Promise<Array<{ id: string; score: number }>> {
  if (weights.length === 0) return [];
  return rows<{ id: string; score: number }>(
    pool,
    `select id, score from (
       select id, -(words <#> $1::sparsevec) as score from passage
       where in_force_from <= $2::date and (in_force_to is null or $2::date <= in_force_to)
     ) ranked where score > 0 order by score desc, id collate "C" limit $3`,
    [literal(weights), day, k],
  );
}
