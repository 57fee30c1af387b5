import type { Search } from '../core/ports.ts';
import { fuse } from '../core/search/fuse.ts';
import { type PassageIndex, pairedWords } from '../core/search/index-passages.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { makeQuery } from '../core/search/query.ts';
import { lookAt, makeSecondLook } from '../core/search/second-look.ts';
import { wordsOf } from '../core/search/terms.ts';
import { openScratch } from '../postgres/open.ts';
import { replacePassages, searchPassages } from '../postgres/passages.ts';
import { indexCorpus, readQuestions, readTexts } from './corpus.ts';
import { localEmbedding } from './local-embedding.ts';
import { percentile, printFigures, round } from './table.ts';

type Options = { corpus: string; questions: string; field: string; engine: string; quick?: boolean; dense?: boolean };

const always = { inForceFrom: '0001-01-01', inForceTo: null };
const day = '2026-01-01';

/** Ranks a labelled corpus and prints recall, reciprocal rank, gain and latency. */
export async function benchRetrieval(options: Options): Promise<void> {
  const asked = readQuestions(options.questions, options.field);
  const questions = options.quick ? asked.slice(0, 100) : asked;
  process.stderr.write('Indexing…\n');
  const index = indexCorpus(options.corpus);
  const look = makeSecondLook(index);
  const engine = options.engine === 'auto' ? (index.rows.length <= 10_000 ? 'sql' : 'memory') : options.engine;
  const { search, close } =
    engine === 'sql'
      ? await sqlSearch(index)
      : { search: memorySearch(index.rows, () => always), close: async () => {} };
  const dense = options.dense ? denseArm(options.corpus) : () => [];
  const ranks: number[][] = [];
  const times: number[] = [];
  for (const [at, one] of questions.entries()) {
    const started = performance.now();
    const words = wordsOf(one.text);
    const lexical = await search.search(makeQuery([{ words, weight: 1 }], index.idf), lookAt, day);
    const hits = fuse(look.again(lexical, words), dense(one.text));
    times.push(performance.now() - started);
    ranks.push(one.gold.map((id) => hits.findIndex((hit) => hit.id === id)));
    if (at % 200 === 199) process.stderr.write(`  ${at + 1}/${questions.length}\n`);
  }
  await close();
  const arms = options.dense ? `${engine} fused with a local stand-in for embeddings` : engine;
  printFigures(`retrieval: ${index.rows.length} passages, ${questions.length} questions, ${options.field}, ${arms}`, {
    ...measures(ranks),
    p50ms: percentile(times, 0.5),
    p95ms: percentile(times, 0.95),
  });
}

/** The nearest passages by the local stand-in, compared one by one. */
function denseArm(corpus: string): (question: string) => string[] {
  const rows = readTexts(corpus).map(({ id, text }) => ({
    id,
    vector: Float32Array.from(localEmbedding(text, places)),
  }));
  return (question) => {
    const asked = localEmbedding(question, places);
    const near = ({ vector }: (typeof rows)[number]) =>
      asked.reduce((sum, one, at) => sum + one * (vector[at] ?? 0), 0);
    return rows
      .map((row) => ({ id: row.id, near: near(row) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, 20)
      .map((one) => one.id);
  };
}

const places = 512;

async function sqlSearch(index: PassageIndex): Promise<{ search: Search; close: () => Promise<void> }> {
  const rows = index.rows.map((row) => ({
    id: row.id,
    words: pairedWords(row),
    document: '',
    locator: '',
    kind: 'text',
    ...always,
  }));
  const database = await openScratch({
    prepare: (opened) =>
      replacePassages(
        opened,
        () => rows,
        'bench',
        (step) => process.stderr.write(`  ${step}\n`),
      ),
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
