import type { Candidate } from '../core/answer/candidate.ts';
import { contextShare, followers, inContext, neighbours, ownShare } from '../core/answer/follow.ts';
import { type InTalk, readInTalk } from '../core/answer/in-talk.ts';
import type { Library } from '../core/answer/library.ts';
import type { Passage } from '../core/passage.ts';
import type { Question } from '../core/question/understand.ts';
import type { Chosen } from './chosen.ts';
import type { Find } from './find.ts';

/** So sure of what the talk is about, though the message's own words say little of it. */
const surely = 0.7;
/** What shares words with a message, yet hardly answers it. */
const hardly = 0.2;
/** How much of what the talk is about a passage speaks of that belongs to it. */
const ofTheTalk = 0.9;

/** How much of a message's own words must be spoken of by what answers it in the talk. */
const someOfIt = 0.4;

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
  const following = followers(candidates, question, last, library);
  const [best] = candidates;
  if (best === undefined || best.trust < surely || (following[0]?.trust ?? 0) >= hardly) return following;
  // What was told last is sure of itself, whatever is asked of it.
  const repeats = last.some((one) => one.id === best.passage.id);
  if (repeats && ownShare(best.passage, question, library) < someOfIt) return following;
  const belongs =
    neighbours(last, library).has(best.passage.id) || contextShare(best.passage, main, library) >= ofTheTalk;
  return belongs ? [best, ...following.filter((one) => one !== best)] : following;
}

/** Of what a message may be answered from in the talk, best first: the first, where the talk makes it sure. */
export function surelyNext([next]: Candidate[], question: Question, library: Library): Candidate | undefined {
  return next && next.trust >= surely && ownShare(next.passage, question, library) >= someOfIt ? next : undefined;
}

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
