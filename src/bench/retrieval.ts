import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Search } from '../core/ports.ts';
import { indexPassages, type PassageIndex } from '../core/search/index-passages.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { makeQuery } from '../core/search/query.ts';
import { wordsOf } from '../core/search/terms.ts';
import { openScratch } from '../postgres/open.ts';
import { replacePassages, searchPassages } from '../postgres/passages.ts';
import { percentile, printFigures, round } from './table.ts';

type Options = { corpus: string; questions: string; field: string; engine: string; quick?: boolean };

const article = z.object({
  _id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  law_title: z.string().default(''),
});
const question = z.looseObject({ qid: z.union([z.string(), z.number()]), gold: z.array(z.string()) });
const always = { inForceFrom: '0001-01-01', inForceTo: null };
const day = '2026-01-01';

/** Ranks a labelled corpus and prints recall, reciprocal rank, gain and latency. */
export async function benchRetrieval(options: Options): Promise<void> {
  const corpus = readLines(options.corpus, article);
  const asked = readLines(options.questions, question).filter((one) => typeof one[options.field] === 'string');
  if (asked.length === 0)
    throw new AppError('config-invalid', `No question in ${options.questions} has the field "${options.field}".`);
  const questions = options.quick ? asked.slice(0, 100) : asked;
  const engine = options.engine === 'auto' ? (corpus.length <= 10_000 ? 'sql' : 'memory') : options.engine;
  process.stderr.write(`Indexing ${corpus.length} passages…\n`);
  const index = indexPassages(
    corpus.map((one) => ({ id: one._id, title: one.title, document: one.law_title, body: one.text, ask: [] })),
  );
  const { search, close } =
    engine === 'sql'
      ? await sqlSearch(index)
      : { search: memorySearch(index.rows, () => always), close: async () => {} };
  const ranks: number[][] = [];
  const times: number[] = [];
  for (const [at, one] of questions.entries()) {
    const started = performance.now();
    const hits = await search.search(
      makeQuery([{ words: wordsOf(String(one[options.field])), weight: 1 }], index.idf),
      20,
      day,
    );
    times.push(performance.now() - started);
    ranks.push(one.gold.map((id) => hits.findIndex((hit) => hit.id === id)));
    if (at % 200 === 199) process.stderr.write(`  ${at + 1}/${questions.length}\n`);
  }
  await close();
  printFigures(`retrieval: ${corpus.length} passages, ${questions.length} questions, ${options.field}, ${engine}`, {
    ...measures(ranks),
    p50ms: percentile(times, 0.5),
    p95ms: percentile(times, 0.95),
  });
}

async function sqlSearch(index: PassageIndex): Promise<{ search: Search; close: () => Promise<void> }> {
  const rows = index.rows.map((row) => ({ ...row, document: '', locator: '', kind: 'text', ...always }));
  const database = await openScratch({
    prepare: (opened) => replacePassages(opened, rows, 'bench', (step) => process.stderr.write(`  ${step}\n`)),
  });
  return {
    search: { search: (query, k, on) => searchPassages(database.pool, query.weights, k, on) },
    close: () => database.close(),
  };
}

/** Means over questions; a question's recall is the share of its gold passages found. Ranks from 0, -1 for not found. */
function measures(ranks: number[][]): Record<string, number> {
  const mean = (of: (found: number[]) => number) =>
    round(ranks.reduce((sum, found) => sum + of(found), 0) / ranks.length);
  const recall = (k: number) => mean((found) => found.filter((rank) => rank >= 0 && rank < k).length / found.length);
  return {
    r1: recall(1),
    r5: recall(5),
    r10: recall(10),
    r20: recall(20),
    mrr10: mean((found) => {
      const first = Math.min(...found.filter((rank) => rank >= 0 && rank < 10));
      return Number.isFinite(first) ? 1 / (first + 1) : 0;
    }),
    ndcg10: mean((found) => {
      const gain = found
        .filter((rank) => rank >= 0 && rank < 10)
        .reduce((sum, rank) => sum + 1 / Math.log2(rank + 2), 0);
      const ideal = found.slice(0, 10).reduce((sum, _, at) => sum + 1 / Math.log2(at + 2), 0);
      return gain / ideal;
    }),
  };
}

function readLines<S extends z.ZodType>(file: string, schema: S): Array<z.infer<S>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new AppError('config-invalid', `Cannot read ${file}. Check the path.`);
  }
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one, at) => {
      const read = schema.safeParse(JSON.parse(one));
      if (!read.success) throw new AppError('config-invalid', `${file}:${at + 1} is not in the expected form.`);
      return read.data;
    });
}
