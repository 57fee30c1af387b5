import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openBot } from '../../app.ts';
import type { Config } from '../../config.ts';
import { makeLibrary } from '../../core/answer/library.ts';
import { PrivateText } from '../../core/private-text.ts';
import { memorySearch } from '../../core/search/memory-search.ts';
import { makeQuery } from '../../core/search/query.ts';
import { lookAt } from '../../core/search/second-look.ts';
import { wordsOf } from '../../core/search/terms.ts';
import { makeTurn } from '../../turn/turn.ts';
import { percentile, round } from '../table.ts';
import { grownTo, inventedTexts, type Text } from './grown.ts';

/** What a size of the knowledge costs. Memory is what the knowledge takes, without the rest of the program. */
export type KnowledgeCost = {
  passages: number;
  readMs: number;
  memoryMb: number;
  searchP50ms: number;
  searchP95ms: number;
  turnP50ms: number;
  turnP95ms: number;
  turnCpuMs: number;
};

const day = '2026-11-26';

/** Asks the knowledge's own questions of it at several sizes, in process, one turn after the other. */
export async function growKnowledge(
  config: Config,
  sizes: readonly number[],
  options: { questions: number; texts?: readonly Text[] | undefined; onProgress: (step: string) => void },
): Promise<KnowledgeCost[]> {
  const bot = await openBot(config, { scratch: true, onProgress: options.onProgress });
  try {
    const base = bot.knowledge;
    const asked = [...base.passages.values()].flatMap((one) => one.ask);
    const questions = Array.from({ length: options.questions }, (_, at) => asked[(at * 7919) % asked.length] ?? '');
    const senses = bot.library.senses;
    const costs: KnowledgeCost[] = [];
    for (const size of sizes) {
      options.onProgress(`${size} passages`);
      const knowledge = grownTo(base, size, options.texts?.values() ?? inventedTexts(base));
      const before = heldBytes();
      const from = process.cpuUsage();
      const library = makeLibrary(knowledge, senses);
      const search = memorySearch(library.index.rows, (id) => knowledge.passages.get(id));
      const readMs = cpuMsSince(from);
      // Looking a thing up the first time makes what later look-ups rest on.
      await search.search(makeQuery([{ words: wordsOf('bình đẳng giới'), weight: 1 }], library.index.idf), 1, day);
      const memoryMb = round((heldBytes() - before) / 1_048_576);
      const live = { ...bot.content.current().live(), library, search, fallback: search };
      const searchTimes: number[] = [];
      for (const text of questions) {
        const began = performance.now();
        const words = wordsOf(text);
        const hits = await search.search(makeQuery([{ words, weight: 1 }], library.index.idf), lookAt, day);
        library.secondLook.again(hits, words);
        searchTimes.push(performance.now() - began);
      }
      const turn = makeTurn({ ...bot.around.steady, ...live });
      const turnTimes: number[] = [];
      const cpuFrom = process.cpuUsage();
      for (const [nth, text] of questions.entries()) {
        const id = `bench:${size}:${nth}`;
        const began = performance.now();
        const content = { kind: 'text', text: new PrivateText(text) } as const;
        await turn({ id, channel: 'terminal', contact: id, sentAt: new Date(), content });
        turnTimes.push(performance.now() - began);
      }
      costs.push({
        passages: knowledge.passages.size,
        readMs,
        memoryMb,
        searchP50ms: percentile(searchTimes, 0.5),
        searchP95ms: percentile(searchTimes, 0.95),
        turnP50ms: percentile(turnTimes, 0.5),
        turnP95ms: percentile(turnTimes, 0.95),
        turnCpuMs: round(cpuMsSince(cpuFrom) / questions.length),
      });
    }
    return costs;
  } finally {
    await bot.close();
  }
}

function cpuMsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return round((user + system) / 1_000);
}

/** What the program holds after everything that is no longer used was given back. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
