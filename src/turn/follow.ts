import { followers, inContext, type Lean, leanOf } from '../core/answer/follow.ts';
import type { Library } from '../core/answer/library.ts';
import { type Candidate, rank } from '../core/answer/pick.ts';
import { widen } from '../core/answer/subjects.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import type { Question } from '../core/question/understand.ts';
import { makeQuery } from '../core/search/query.ts';

const reach = 40;

/** What a message that leans on the talk is answered from, best first; empty when it stands alone or nothing fits. */
export async function followUp(
  question: Question,
  last: Passage[],
  day: string,
  library: Library,
  search: Search,
): Promise<{ lean: Lean; candidates: Candidate[] }> {
  const lean = leanOf(question);
  const [main] = last;
  if (!main || lean === 'none') return { lean: 'none', candidates: [] };
  const whole = inContext(question, main);
  const { parts, subjects } = widen(whole, library);
  const hits = await search.search(makeQuery(parts, library.index.idf), reach, day);
  const found = new Set(hits.map((hit) => hit.id));
  const more = last.filter((one) => !found.has(one.id)).map((one) => ({ id: one.id, score: 0 }));
  const candidates = rank([...hits, ...more], whole, subjects, library);
  return { lean, candidates: followers(candidates, question, last, library) };
}
