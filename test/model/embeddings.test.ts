import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { afterAll, afterEach, expect, test } from 'vitest';
import { clear } from '../../src/core/clearance/clear.ts';
import { fuse } from '../../src/core/search/fuse.ts';
import { embeddableOf } from '../../src/embeddable.ts';
import { makeBreaker } from '../../src/model/breaker.ts';
import { makeBudget } from '../../src/model/budget.ts';
import { makeDense } from '../../src/model/dense.ts';
import { type EmbeddingModel, makeEmbedder } from '../../src/model/embedder.ts';
import { makeTally } from '../../src/model/tally.ts';
import { embeddedPools } from '../../src/postgres/embedded-pool.ts';
import { embeddingStore } from '../../src/postgres/embeddings.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { library } from '../fakes.ts';
import { type FakeOpenAI, fakeOpenAI, honest } from './fake-openai.ts';
import { commons, memoryUse } from './house.ts';

const db = await PGlite.create({ extensions: { vector } });
const { pool, urgent } = embeddedPools(db);
await migrate(pool);
const some = embeddableOf(
  [...library.knowledge.passages.values()].filter((one) => one.facts.kind === 'article').slice(0, 60),
);
for (const { id } of some)
  await pool.query(
    "insert into passage (id, document, locator, kind, in_force_from) values ($1, 'x', 'x', 'article', '2020-01-01')",
    [id],
  );
afterAll(async () => {
  await Promise.all([pool.end(), urgent.end()]);
  await db.close();
});

let server: FakeOpenAI;
afterEach(() => server.close());
const day = '2026-11-24';
const cleared = (message: string) => {
  const found = clear(
    message,
    { level: 'none', inCare: false, place: { location: 'own' }, consent: 'unasked' },
    commons,
  );
  if (found.kind === 'kept') throw new Error(found.why);
  return found.text;
};

async function arm(embedding: EmbeddingModel, told: string[] = [], timeoutMs = 120_000) {
  const tally = makeTally(memoryUse(), () => day);
  const at = { baseUrl: server.url, apiKey: 'x', model: 'fake' };
  return makeDense({
    store: await embeddingStore(pool, embedding),
    embedders: {
      passages: makeEmbedder(at, embedding, 120_000, 0),
      question: makeEmbedder(at, embedding, timeoutMs, 0),
    },
    breaker: makeBreaker(() => 0),
    budget: makeBudget(
      { tokens: 1e9, cost: null },
      tally,
      () => day,
      () => {},
    ),
    tally,
    onProgress: (step) => told.push(step),
    waitMs: 1,
  });
}
const embedded = () => server.calls.flatMap((one) => JSON.parse(one.body).input as string[]).length;

test('passages are embedded in batches, once; only what changed is embedded again', async () => {
  server = await fakeOpenAI(honest);
  const first = { model: 'model-a', dimensions: 64 };
  const told: string[] = [];
  expect(await (await arm(first, told)).fill(some)).toBe('ready');
  expect(embedded()).toBe(some.length);
  expect(told.some((one) => one.includes(`/${some.length}`))).toBe(true);
  expect(await (await arm(first)).fill(some)).toBe('ready');
  expect(embedded()).toBe(some.length);
  const changed = some.map((one, at) => (at < 3 ? { ...one, sum: 'another' } : one));
  await (await arm(first)).fill(changed);
  expect(embedded()).toBe(some.length + 3);
  const [{ rows: indexes }] = [
    await pool.query("select indexdef from pg_indexes where tablename = 'passage_embedding'"),
  ];
  expect(indexes.map((one) => one.indexdef).join()).toMatch(/hnsw/);
});

test('an interrupted run goes on where it stopped', async () => {
  server = await fakeOpenAI(honest);
  server.embedFails = 2;
  const told: string[] = [];
  expect(await (await arm({ model: 'model-b', dimensions: 32 }, told)).fill(some)).toBe('ready');
  // What was saved before the stumble was not asked again.
  expect(embedded()).toBe(some.length + 2 * 16);
});

test('another model or length fills its own set and then takes the place of the old one', async () => {
  server = await fakeOpenAI(honest);
  await (await arm({ model: 'model-c', dimensions: 32 })).fill(some);
  const other = await arm({ model: 'model-c', dimensions: 48 });
  expect(await other.nearest(cleared('bao nhiêu tuổi được kết hôn'), 5, day)).toEqual([]);
  await other.fill(some);
  expect(await other.nearest(cleared('bao nhiêu tuổi được kết hôn'), 5, day)).toHaveLength(5);
  const { rows: sets } = await pool.query('select distinct model, dimensions from passage_embedding');
  expect(sets).toEqual([{ model: 'model-c', dimensions: 48 }]);
});

test('the nearest passages are those that speak alike, and none that is not in force', async () => {
  server = await fakeOpenAI(honest);
  const near = await arm({ model: 'model-d', dimensions: 256 });
  await near.fill(some);
  const [target] = some;
  const found = await near.nearest(cleared(target?.text.slice(0, 200) ?? ''), 5, day);
  expect(found).toContain(target?.id);
  expect(await near.nearest(cleared(target?.text.slice(0, 200) ?? ''), 5, '2019-01-01')).toEqual([]);
});

test('vectors of another length than declared are never stored', async () => {
  server = await fakeOpenAI(honest);
  server.embedDimensions = 7;
  expect(await (await arm({ model: 'model-e', dimensions: 32 })).fill(some)).toBe('given-up');
});

test('a dense arm that hangs gives nothing in its time, and is left alone after three', async () => {
  server = await fakeOpenAI(honest);
  const slow = await arm({ model: 'model-f', dimensions: 32 }, [], 200);
  await slow.fill(some);
  server.embedHangs = true;
  const before = server.calls.length;
  for (let at = 0; at < 6; at++) expect(await slow.nearest(cleared('bao nhiêu tuổi được kết hôn'), 5, day)).toEqual([]);
  expect(server.calls.length - before).toBe(3);
});

test('fusing keeps the first ten by words, then what the dense arm brings', () => {
  const lexical = Array.from({ length: 14 }, (_, at) => ({ id: `w${at}`, score: 20 - at }));
  expect(fuse(lexical, [])).toBe(lexical);
  const fused = fuse(lexical, ['w3', 'new', 'w13']);
  expect(fused.slice(0, 10)).toEqual(lexical.slice(0, 10));
  expect(fused.slice(10).map((one) => one.id)).toEqual(['new', 'w13', 'w10', 'w11', 'w12']);
  expect(fused.find((one) => one.id === 'new')?.score).toBe(0);
});
