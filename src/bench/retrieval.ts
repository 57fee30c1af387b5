import { AppError } from '../core/errors.ts';
import type { Hit, Search } from '../core/ports.ts';
import { fuse } from '../core/search/fuse.ts';
import { type PassageIndex, pairedWords } from '../core/search/index-passages.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { makeQuery } from '../core/search/query.ts';
import { lookAt, makeSecondLook } from '../core/search/second-look.ts';
import { wordsOf } from '../core/search/terms.ts';
import { openScratch } from '../postgres/open.ts';
import { replacePassages, searchPassages } from '../postgres/passages.ts';
import { indexCorpus, readQuestions, readTexts } from './corpus.ts';
import { byRanks, denseArm, type StandIn, standIns } from './fusing.ts';
import { percentile, printFigures, round } from './table.ts';

type Options = {
  corpus: string;
  questions: string;
  field: string;
  engine: string;
  quick?: boolean;
  dense?: string | true;
};

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
  const which = standInOf(options.dense);
  const dense = which === null ? () => [] : denseArm(readTexts(options.corpus), which);
  const arms: Arms[] = [];
  const ranks: number[][] = [];
  const times: number[] = [];
  for (const [at, one] of questions.entries()) {
    const started = performance.now();
    const words = wordsOf(one.text);
    const lexical = await search.search(makeQuery([{ words, weight: 1 }], index.idf), lookAt, day);
    const arm = { lexical: look.again(lexical, words), dense: dense(one.text) };
    const hits = fuse(arm.lexical, arm.dense.slice(0, 20));
    arms.push(arm);
    times.push(performance.now() - started);
    ranks.push(one.gold.map((id) => hits.findIndex((hit) => hit.id === id)));
    if (at % 200 === 199) process.stderr.write(`  ${at + 1}/${questions.length}\n`);
  }
  await close();
  if (which !== null)
    printShares(
      arms,
      questions.map((one) => one.gold),
      which,
    );
  const by = which === null ? engine : `${engine} fused with a local stand-in for embeddings`;
  printFigures(`retrieval: ${index.rows.length} passages, ${questions.length} questions, ${options.field}, ${by}`, {
    ...measures(ranks),
    p50ms: percentile(times, 0.5),
    p95ms: percentile(times, 0.95),
  });
}

/** The stand-in that was asked for; without a name, the one that knows some meaning. */
function standInOf(wanted: string | true | undefined): StandIn | null {
  if (wanted === undefined) return null;
  const known = standIns.find((one) => one === (wanted === true ? 'meaning' : wanted));
  if (known === undefined) throw new AppError('config-invalid', `--dense takes ${standIns.join(' or ')}.`);
  return known;
}

/** Shares of the dense arm that are tried. */
const shares = [0, 0.05, 0.1, 0.2, 0.3, 0.5];

/** What weighing both arms by ranks would give, share by share, beside keeping the first ten by words. */
function printShares(arms: Arms[], gold: string[][], which: string): void {
  process.stdout.write(`\nfusing with "${which}", by the share of the dense arm: R@5 R@10 R@20 MRR@10\n`);
  const line = (name: string, ranked: (arm: Arms) => string[]) => {
    const ids = arms.map(ranked);
    const found = measures(gold.map((some, at) => some.map((id) => ids[at]?.indexOf(id) ?? -1)));
    process.stdout.write(`  ${name.padEnd(22)} ${found.r5} ${found.r10} ${found.r20} ${found.mrr10}\n`);
  };
  for (const share of shares) line(`${share}`, (arm) => byRanks(arm.lexical, arm.dense, share));
  line('below the ten best', (arm) => fuse(arm.lexical, arm.dense.slice(0, 20)).map((one) => one.id));
}

type Arms = { lexical: Hit[]; dense: string[] };

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
