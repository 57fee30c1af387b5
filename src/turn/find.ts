import type { Candidate } from '../core/answer/candidate.ts';
import { makeAsked } from '../core/answer/clues.ts';
import type { Library } from '../core/answer/library.ts';
import { rank } from '../core/answer/pick.ts';
import { widen } from '../core/answer/subjects.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import type { Question } from '../core/question/understand.ts';
import { fuse } from '../core/search/fuse.ts';
import { makeQuery } from '../core/search/query.ts';
import { lookAt } from '../core/search/second-look.ts';

/**
 * The passages that may answer, best first, of those in force. `more` are weighed too, even if search does not bring
 * them. Rejects only when search does.
 */
export type Find = (question: Question, more?: Passage[]) => Promise<Candidate[]>;

/** `near`: passages near in meaning to what was asked; waited for beside the search, each time the same. */
export function makeFind(
  day: string,
  library: Library,
  search: Search,
  near: () => Promise<string[]> = async () => [],
): Find {
  return async (question, more = []) => {
    const { parts, subjects } = widen(question, library);
    const [lexical, dense] = await Promise.all([
      search.search(makeQuery(parts, library.index.idf), lookAt, day),
      near(),
    ]);
    const hits = fuse(lexical, dense);
    const found = new Set(hits.map((hit) => hit.id));
    const added = more.filter((one) => !found.has(one.id)).map((one) => ({ id: one.id, score: 0 }));
    return rank([...hits, ...added], makeAsked(question, subjects, library), library);
  };
}
