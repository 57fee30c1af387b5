import { ofTheAct } from '../core/answer/acts.ts';
import type { Composed } from '../core/answer/composed.ts';
import { pointedAt } from '../core/answer/direct.ts';
import { asksElsewhere, isOfHere } from '../core/answer/elsewhere.ts';
import { holding } from '../core/answer/fit.ts';
import { contextShare, ownShare, subjectOf } from '../core/answer/follow.ts';
import { joined } from '../core/answer/joined.ts';
import type { Library } from '../core/answer/library.ts';
import { beside, nearest } from '../core/answer/nearest.ts';
import { carriedOver, moneyAsked, outright, withAsksOf } from '../core/answer/outright.ts';
import type { Candidate } from '../core/answer/pick.ts';
import { standing, withoutClause } from '../core/answer/standing.ts';
import { convinces } from '../core/answer/threshold.ts';
import { told } from '../core/answer/told.ts';
import type { Topic } from '../core/conversation.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Passage } from '../core/passage.ts';
import type { Question } from '../core/question/understand.ts';
import { wantedFact } from '../core/question/wanted.ts';
import type { Find } from './find.ts';
import { followUp } from './follow.ts';
import { compareRealms } from './realms.ts';

/** An answer, or the nearest things to one when the knowledge does not hold it. */
export type Answered =
  /** `sure` when it answers all that the message asks. */
  | { kind: 'answer'; composed: Composed; also: Passage[]; sure: boolean }
  /** It names a place or an act that does not exist in the knowledge. */
  | { kind: 'absent' }
  /** Asked of another province, whose affairs the knowledge does not hold. */
  | { kind: 'elsewhere' }
  | { kind: 'decline'; nearest: Passage[] };

/** What answering looks at besides the question. */
export type Around = { topic: Topic | null; day: string; library: Library; find: Find };

/** The likeness to a known phrasing that shows one passage to answer all of a message. */
const surely = 0.7;

/** The likeness to a known phrasing that lets a message with so many words of its own stand for itself in a talk. */
function standsAlone(ownWords: number): number {
  return ownWords < 2 ? 0.8 : ownWords === 2 ? 0.7 : 0.6;
}

/** How much of what the talk is about a passage must speak of to answer a message of hardly any words of its own. */
const someContext = 0.25;

/** How much more of a message's own words a passage must say than the best follow-up does, to be preferred to it. */
const clearlyMore = 0.25;

function saysMore(one: Candidate, other: Candidate | undefined, question: Question, library: Library): boolean {
  if (other === undefined) return false;
  return ownShare(one.passage, question, library) - ownShare(other.passage, question, library) >= clearlyMore;
}

/** Answers one question: outright, by number, in the light of the talk, or from what search finds. */
export async function answerOne(typed: Question, { topic, day, library, find }: Around): Promise<Answered> {
  const { knowledge } = library;
  const last = (topic?.passages ?? []).flatMap((id) => knowledge.passages.get(id) ?? []);
  const main = last[0] ?? null;
  const question = main ? withAsksOf(topic, typed) : typed;
  const whole = (composed: Composed): Answered => ({ kind: 'answer', composed, also: [], sure: true });
  const from = (passage: Passage, others: Candidate[], also: Passage[]): Answered => {
    return { kind: 'answer', composed: told(passage, question, others, library), also, sure: false };
  };
  if (asksElsewhere(question, knowledge)) return { kind: 'elsewhere' };
  const said = outright(question, topic, main, day, library);
  if (said) return whole(said);
  const pointed = pointedAt(question, topic, library);
  if (pointed.kind === 'absent') return { kind: 'absent' };
  if (pointed.kind === 'instead') return whole(withoutClause(pointed.passage));
  if (pointed.kind === 'passage') return from(standing(pointed.passage, day, knowledge), [], pointed.others);
  const carried = carriedOver(question, main, library);
  if (carried) return from(carried, [], []);
  const money = moneyAsked(question, main, library);
  if (money) return whole(money);

  const { lean, candidates: following } = await followUp(typed, last, library, find);
  const [next] = following;
  const own = subjectOf(typed).length;
  if (lean === 'strong' && own < 3 && next) return from(next.passage, following, []);
  const both = await compareRealms(question, library, find);
  if (both) return whole(both);

  const { found, candidates, best } = await chosen(question, library, find);
  const follows = own > 2 && following.some((one) => one.passage.id === best?.passage.id);
  const alone =
    best !== undefined &&
    (best.evidence.likeness >= standsAlone(own) ||
      ((lean === 'weak' || own > 2) && saysMore(best, next, typed, library)));
  if (next && !follows && !alone) return from(next.passage, following, []);
  // "Có mất tiền không?" goes on with the talk or stays unanswered: it never jumps to another subject.
  const stays = alone && best && main && contextShare(best.passage, main, library) >= someContext;
  if (main && lean !== 'none' && own < 2 && !stays) return { kind: 'decline', nearest: goingOn(main, knowledge) };
  if (best === undefined)
    return question.strangerAct ? { kind: 'absent' } : { kind: 'decline', nearest: nearest(found) };
  if (isOfHere(best.passage, question, knowledge)) return { kind: 'elsewhere' };
  const others = candidates.filter((one) => one !== best);
  const composed = joined(told(best.passage, question, others, library), best, others[0], question);
  return { kind: 'answer', composed, also: beside(best, others), sure: best.evidence.likeness >= surely };
}

/** What to offer when the talk cannot go on as asked: what belongs to the last answer, and that answer again. */
function goingOn(main: Passage, knowledge: Knowledge): Passage[] {
  return [...main.related.flatMap((id) => knowledge.passages.get(id) ?? []), main];
}

/** What search finds for a question, and the candidate it is answered from; none when nothing convinces. */
async function chosen(
  question: Question,
  library: Library,
  find: Find,
): Promise<{ found: Candidate[]; candidates: Candidate[]; best: Candidate | undefined }> {
  const found = await find(question);
  const sound = found[0] !== undefined && convinces(found[0], question);
  const candidates = sound && wantedFact(question.folded) === 'fine' ? ofTheAct(found, question, library) : found;
  const convincing = candidates.filter((one) => convinces(one, question));
  const best = candidates[0] && candidates[0] === convincing[0] ? holding(convincing, question) : undefined;
  return { found, candidates, best };
}
