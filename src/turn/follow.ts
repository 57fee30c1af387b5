import type { Candidate } from '../core/answer/candidate.ts';
import { followers, inContext } from '../core/answer/follow.ts';
import type { Library } from '../core/answer/library.ts';
import type { Passage } from '../core/passage.ts';
import type { Question } from '../core/question/understand.ts';
import type { Find } from './find.ts';

/** What a message that leans on the talk is answered from, best first; empty when nothing fits. */
export async function followUp(
  question: Question,
  last: Passage[],
  library: Library,
  find: Find,
): Promise<Candidate[]> {
  const [main] = last;
  if (!main) return [];
  const candidates = await find(inContext(question, main), last);
  return followers(candidates, question, last, library);
}
