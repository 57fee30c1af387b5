import { writeFileSync } from 'node:fs';
import { indexCorpus, readQuestions } from '../bench/corpus.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { makeQuery } from '../core/search/query.ts';
import { clues, lookAt, makeSecondLook } from '../core/search/second-look.ts';
import { wordsOf } from '../core/search/terms.ts';
import { type Choice, fitListwise } from './listwise.ts';

type Options = { corpus: string; questions: string };

const target = 'src/core/search/second-look-weights.ts';
const day = '2026-01-01';

/** Fits the second look on labelled questions, as typed and without diacritics, and writes its weights. */
export async function fitSearch(options: Options): Promise<void> {
  const index = indexCorpus(options.corpus);
  const look = makeSecondLook(index);
  const search = memorySearch(index.rows, () => ({ inForceFrom: '0001-01-01', inForceTo: null }));
  const choices: Choice[] = [];
  for (const field of ['text', 'text_nodia'])
    for (const one of readQuestions(options.questions, field)) {
      const words = wordsOf(one.text);
      const hits = await search.search(makeQuery([{ words, weight: 1 }], index.idf), lookAt, day);
      choices.push({ features: look.weigh(hits, words), right: hits.map((hit) => one.gold.includes(hit.id)) });
    }
  const weights = fitListwise(choices, { steps: 400, pull: 0.002 });
  clues.forEach((name, at) => {
    process.stdout.write(`${name.padEnd(14)} ${weights[at]}\n`);
  });
  writeFileSync(
    target,
    `/** Weights of the clues of the second look, in the order of \`clues\`. Written by \`npm run fit -- search\`; not by hand. */\nexport const looks: readonly number[] = [${weights.join(', ')}];\n`,
  );
}
