import { inContext } from '../core/answer/follow.ts';
import { type InTalk, readInTalk } from '../core/answer/in-talk.ts';
import type { Library } from '../core/answer/library.ts';
import type { Passage } from '../core/passage.ts';
import type { Question } from '../core/question/understand.ts';
import type { Chosen } from './chosen.ts';
import type { Find } from './find.ts';

/** All that may answer a message in the light of the talk: what was told last, the main passage first. */
export async function inLightOf(
  question: Question,
  last: [Passage, ...Passage[]],
  { found, best }: Chosen,
  library: Library,
  find: Find,
): Promise<InTalk[]> {
  const beside = await find(inContext(question, last[0]), last);
  return readInTalk(question, last, { alone: found, first: best, beside }, library);
}
