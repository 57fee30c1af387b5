import type { Pool } from 'pg';
import type { EmbeddingStore } from '../core/embedding.ts';
import { rows, transaction } from './sql.ts';

type Set = { model: string; dimensions: number };
/** Any constant: replicas make the table and its index one after the other. */
const lockKey = 224_2060;

/**
 * Vectors of passages in pgvector. A set is one model and length; several may be there at once, so that a change of
 * model fills its own set while the old one, or none, answers. Needs the extension; the table is made when first wanted.
 */
export async function embeddingStore(pool: Pool, { model, dimensions }: Set): Promise<EmbeddingStore> {
  await transaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    await client.query(`create table if not exists passage_embedding (
      id text not null, model text not null, dimensions integer not null, sum text not null, embedding vector not null,
      primary key (model, dimensions, id))`);
  });
  const index = `passage_embedding_${marked(model)}_${dimensions}`;
  return {
    async missing(passages) {
      const known = await rows<{ id: string; sum: string }>(
        pool,
        'select id, sum from passage_embedding where model = $1 and dimensions = $2',
        [model, dimensions],
      );
      const sums = new Map(known.map((one) => [one.id, one.sum]));
      return passages.filter((one) => sums.get(one.id) !== one.sum).map((one) => one.id);
    },
    async save(some) {
      await pool.query(
        `insert into passage_embedding (id, model, dimensions, sum, embedding)
         select id, $2, $3, sum, embedding::vector from unnest($1::text[], $4::text[], $5::text[]) as one (id, sum, embedding)
         on conflict (model, dimensions, id) do update set sum = excluded.sum, embedding = excluded.embedding`,
        [
          some.map((one) => one.id),
          model,
          dimensions,
          some.map((one) => one.sum),
          some.map((one) => literal(one.vector)),
        ],
      );
    },
    async finish(ids) {
      await transaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
        await client.query(
          'delete from passage_embedding where model <> $1 or dimensions <> $2 or not (id = any($3))',
          [model, dimensions, ids],
        );
        const old = await rows<{ indexname: string }>(
          client,
          "select indexname from pg_indexes where tablename = 'passage_embedding' and indexname like 'passage\\_embedding\\_%' and indexname not in ($1, 'passage_embedding_pkey')",
          [index],
        );
        for (const { indexname } of old) await client.query(`drop index if exists "${indexname}"`);
        await client.query(
          `create index if not exists ${index} on passage_embedding
           using hnsw ((embedding::vector(${dimensions})) vector_cosine_ops) where dimensions = ${dimensions}`,
        );
      });
    },
    async nearest(vector, k, day) {
      // The nearest are looked up first, by the index; a few of them may not be in force.
      const found = await rows<{ id: string }>(
        pool,
        `select near.id from (
           select id, embedding::vector(${dimensions}) <=> $1::vector(${dimensions}) as away from passage_embedding
           where dimensions = ${dimensions} and model = $2 order by away limit $3
         ) near join passage on passage.id = near.id
         where in_force_from <= $4::date and (in_force_to is null or $4::date <= in_force_to)
         order by away, near.id limit $5`,
        [literal(vector), model, k * 2, day, k],
      );
      return found.map((one) => one.id);
    },
  };
}

function literal(vector: number[]): string {
  return `[${vector.map((one) => Math.fround(one)).join(',')}]`;
}

/** A model's name as part of an index's name. */
function marked(model: string): string {
  return model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 30);
}
