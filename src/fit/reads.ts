import type { Candidate } from '../core/answer/candidate.ts';
import { type Asked, makeAsked } from '../core/answer/clues.ts';
import { type Library, makeLibrary } from '../core/answer/library.ts';
import { candidatesOf } from '../core/answer/pick.ts';
import { widen } from '../core/answer/subjects.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { understand } from '../core/question/understand.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { makeQuery } from '../core/search/query.ts';
import { lookAt } from '../core/search/second-look.ts';
import type { AskedByPeople } from './asked-by-people.ts';
import { type Example, makeHoldouts, peoplesExamples } from './examples.ts';
import { learnSenses } from './senses.ts';

/** One question and the candidates found for it in a library that does not know it, in the order of search. */
export type Read = { library: Library; asked: Asked; candidates: Candidate[]; example: Example };

/** On which day the questions are asked: what is no longer in force then is not found. */
export const day = '2026-11-24';

/**
 * Asks all hold-outs of a knowledge, of each some of the questions asked `inVain`, and what people asked (`byPeople`) of
 * the whole.
 */
export async function readAll(whole: Knowledge, inVain: string[], byPeople: AskedByPeople[]): Promise<Read[]> {
  const reads: Read[] = [];
  const last = { knowledge: whole, examples: peoplesExamples(whole, byPeople) };
  for (const [at, { knowledge, examples }] of [...makeHoldouts(whole, inVain), last].entries()) {
    const library = makeLibrary(knowledge, learnSenses(knowledge));
    const search = memorySearch(library.index.rows, (id) => knowledge.passages.get(id));
    for (const example of examples) {
      const question = understand(example.text, library.names);
      const { parts, subjects } = widen(question, library);
      const asked = makeAsked(question, subjects, library);
      const hits = await search.search(makeQuery(parts, library.index.idf), lookAt, day);
      reads.push({ library, asked, candidates: candidatesOf(hits, asked, library), example });
    }
    process.stderr.write(`library ${at + 1}: ${examples.length} questions\n`);
  }
  return reads;
}
