import { answerAct } from '../core/answer/act.ts';
import { answerBirthLeave } from '../core/answer/birth-leave.ts';
import { answerBudget, budgetsNamed } from '../core/answer/budget.ts';
import { answerCommune } from '../core/answer/commune.ts';
import { compose } from '../core/answer/compose.ts';
import { type Composed, distinct } from '../core/answer/composed.ts';
import { answerCount } from '../core/answer/count.ts';
import { pointedAt } from '../core/answer/direct.ts';
import type { Library } from '../core/answer/library.ts';
import { type Candidate, rank } from '../core/answer/pick.ts';
import { answerRetirement } from '../core/answer/retirement.ts';
import { widen } from '../core/answer/subjects.ts';
import { convinces } from '../core/answer/threshold.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import { isAskWord } from '../core/question/asks.ts';
import type { Question } from '../core/question/understand.ts';
import { makeQuery } from '../core/search/query.ts';

/** An answer, or the nearest things to one when the knowledge does not hold it. */
export type Answered =
  | { kind: 'answer'; composed: Composed; also: Passage[] }
  | { kind: 'absent' }
  | { kind: 'decline'; nearest: Passage[] };

/** How many passages search brings to the choice. */
const reach = 20;

/** Answers a question from the knowledge. Rejects only when search does. */
export async function answer(
  question: Question,
  topic: Topic | null,
  day: string,
  library: Library,
  search: Search,
): Promise<Answered> {
  const commune = answerCommune(question, topic, library.knowledge.communes);
  if (commune) return { kind: 'answer', composed: commune, also: [] };
  const last = library.knowledge.passages.get(topic?.passages[0] ?? '') ?? null;
  const act = answerAct(question, last, day, library.knowledge);
  if (act) return { kind: 'answer', composed: act, also: [] };
  const reckoned = answerRetirement(question, day, library.knowledge) ?? answerBirthLeave(question, library.knowledge);
  if (reckoned) return { kind: 'answer', composed: reckoned, also: [] };
  const counted = answerCount(question, library.knowledge);
  if (counted) return { kind: 'answer', composed: counted, also: [] };
  const pointed = pointedAt(question, topic, library);
  if (pointed.kind === 'absent') return { kind: 'absent' };
  if (pointed.kind === 'passage')
    return { kind: 'answer', composed: compose(pointed.passage, question, [], library), also: pointed.others };
  const carried = carriedOver(question, topic, library);
  if (carried) return { kind: 'answer', composed: compose(carried, question, [], library), also: [] };
  const money = computesMoney(question) ? budgetsNamed(question, library) : [];
  if (money.length > 0) return { kind: 'answer', composed: answerBudget(money, question, library.knowledge), also: [] };
  const { parts, subjects } = widen(question, library);
  const hits = await search.search(makeQuery(parts, library.index.idf), reach, day);
  const candidates = rank(hits, question, subjects, library);
  const [best, ...others] = candidates;
  if (question.strangerAct && (!best || !convinces(best, question))) return { kind: 'absent' };
  if (!best || !convinces(best, question)) return { kind: 'decline', nearest: distinctNear(candidates) };
  const composed = joined(compose(best.passage, question, others, library), best, others[0], question);
  return { kind: 'answer', composed, also: distinctNear(others).filter((one) => one.facts.kind !== 'unknown') };
}

/** How near the second best must come to be said as well, and how long both may be together. */
const nearlyAsGood = 0.94;
const bothChars = 480;

/** When two places answer about equally well, the person gets both rather than a coin toss. */
function joined(composed: Composed, best: Candidate, second: Candidate | undefined, question: Question): Composed {
  const plain = (one: Candidate) => ['text', 'article', 'card', 'limit', 'fine'].includes(one.passage.facts.kind);
  if (!second || !plain(best) || !plain(second) || composed.outcome === 'decline') return composed;
  if (
    sayTheSame(best.passage, second.passage) ||
    second.score < best.score * nearlyAsGood ||
    !convinces(second, question)
  )
    return composed;
  const text = `${composed.text}\n${second.passage.say}`;
  if (text.length > bothChars) return composed;
  const cites = distinct([...composed.cites, ...second.passage.cites]);
  return { ...composed, text, cites, passages: [...composed.passages, second.passage.id] };
}

/** A second passage that rests only on places the first rests on would repeat it in other words. */
function sayTheSame(first: Passage, second: Passage): boolean {
  const under = (one: string, other: string) => one === other || one.startsWith(`${other} `);
  return second.cites.every((cite) =>
    first.cites.some(
      (known) =>
        known.document === cite.document && (under(known.locator, cite.locator) || under(cite.locator, known.locator)),
    ),
  );
}

/** Sums, differences and shares of the plan's money need all figures named, not the one that ranks best. */
function computesMoney({ asks }: Question): boolean {
  return asks.has('sum') || asks.has('difference') || asks.has('share');
}

/** "Thế năm 2030?", "ai chịu trách nhiệm?": a question without a subject is about the last one. */
function carriedOver(question: Question, topic: Topic | null, library: Library): Passage | null {
  const last = library.knowledge.passages.get(topic?.passages[0] ?? '');
  const subject = question.content.filter((word) => !isAskWord(word.folded));
  if (!last || subject.length > 0 || question.agency !== null) return null;
  const leans = question.years.length > 0 || question.figures.length > 0 || question.asks.size > 0;
  return leans ? last : null;
}

function distinctNear(candidates: Candidate[]): Passage[] {
  const seen = new Set<string>();
  return candidates
    .map((one) => one.passage)
    .filter((one) => {
      const key = `${one.document}|${one.locator}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    })
    .slice(0, 3);
}
