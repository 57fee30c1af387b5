import type { Library } from '../core/answer/library.ts';
import { type Candidate, rank } from '../core/answer/pick.ts';
import { widen } from '../core/answer/subjects.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import type { Question } from '../core/question/understand.ts';
import { makeQuery } from '../core/search/query.ts';

/** How many passages search brings to the choice. */
const reach = 20;

/**
 * The passages that may answer, best first, of those in force. `more` are weighed too, even if search does not bring
 * them; `wider` brings twice as many. Rejects only when search does.
 */
export type Find = (question: Question, options?: { more?: Passage[]; wider?: boolean }) => Promise<Candidate[]>;

export function makeFind(day: string, library: Library, search: Search): Find {
  return async (question, { more = [], wider = false } = {}) => {
    const { parts, subjects } = widen(question, library);
    const hits = await search.search(makeQuery(parts, library.index.idf), wider ? reach * 2 : reach, day);
    const found = new Set(hits.map((hit) => hit.id));
    const added = more.filter((one) => !found.has(one.id)).map((one) => ({ id: one.id, score: 0 }));
    return rank([...hits, ...added], question, subjects, library);
  };
}
