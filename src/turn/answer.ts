import { answerAct } from '../core/answer/act.ts';
import { ofTheAct } from '../core/answer/acts.ts';
import { answerBirthLeave } from '../core/answer/birth-leave.ts';
import { answerBudget, budgetsNamed } from '../core/answer/budget.ts';
import { answerCommune } from '../core/answer/commune.ts';
import { compose, measuresMeant } from '../core/answer/compose.ts';
import type { Composed } from '../core/answer/composed.ts';
import { answerCount } from '../core/answer/count.ts';
import { pointedAt } from '../core/answer/direct.ts';
import { asksElsewhere, isOfHere } from '../core/answer/elsewhere.ts';
import { holding, withFact } from '../core/answer/fit.ts';
import { subjectOf } from '../core/answer/follow.ts';
import { isIndicator } from '../core/answer/indicator.ts';
import { joined } from '../core/answer/joined.ts';
import type { Library } from '../core/answer/library.ts';
import { answerRealms } from '../core/answer/nation.ts';
import { opened } from '../core/answer/opener.ts';
import { type Candidate, rank } from '../core/answer/pick.ts';
import { answerRetirement } from '../core/answer/retirement.ts';
import { widen } from '../core/answer/subjects.ts';
import { convinces } from '../core/answer/threshold.ts';
import { together } from '../core/answer/together.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import { matchable } from '../core/question/names.ts';
import { comparesRealms, withoutRealms } from '../core/question/realms.ts';
import { splitQuestions } from '../core/question/split.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { wantedFact } from '../core/question/wanted.ts';
import { makeQuery } from '../core/search/query.ts';
import { followUp } from './follow.ts';

/** An answer, or the nearest things to one when the knowledge does not hold it. */
export type Answered =
  | { kind: 'answer'; composed: Composed; also: Passage[]; sure: boolean }
  | { kind: 'absent' }
  /** Asked of another province, whose affairs the knowledge does not hold. */
  | { kind: 'elsewhere' }
  | { kind: 'decline'; nearest: Passage[] };

/** How many passages search brings to the choice. */
const reach = 20;

/** The likeness to a known phrasing that shows one passage to answer all of a message that asks twice. */
const surely = 0.7;

/**
 * Answers a message: its one question, or each of several in turn, the later ones read in the light of the earlier.
 * Rejects only when search does.
 */
export async function answer(
  question: Question,
  message: string,
  topic: Topic | null,
  day: string,
  library: Library,
  search: Search,
): Promise<Answered> {
  const whole = await answerOne(question, topic, day, library, search);
  const questions = splitQuestions(message);
  if (questions.length < 2 || (whole.kind === 'answer' && whole.sure)) return whole;
  const answers: Array<{ folded: string; composed: Composed | null }> = [];
  const also: Passage[] = [];
  let goesOn = topic;
  for (const each of questions) {
    const read = understand(each, library.names);
    const found = await answerOne(read, goesOn, day, library, search);
    answers.push({ folded: read.folded, composed: found.kind === 'answer' ? found.composed : null });
    if (found.kind !== 'answer') continue;
    also.push(...found.also);
    goesOn = { passages: found.composed.passages, shown: 0, offered: [], asks: [...read.asks] };
  }
  const composed = together(answers);
  return composed ? { kind: 'answer', composed, also, sure: false } : whole;
}

/** Answers one question from the knowledge. */
async function answerOne(
  typed: Question,
  topic: Topic | null,
  day: string,
  library: Library,
  search: Search,
): Promise<Answered> {
  const last = (topic?.passages ?? []).flatMap((id) => library.knowledge.passages.get(id) ?? []);
  const question = last.length > 0 ? withAsksOf(topic, typed) : typed;
  if (asksElsewhere(question, library.knowledge)) return { kind: 'elsewhere' };
  const told = outright(question, topic, last[0] ?? null, day, library);
  if (told) return { kind: 'answer', composed: told, also: [], sure: true };
  const pointed = pointedAt(question, topic, library);
  if (pointed.kind === 'absent') return { kind: 'absent' };
  if (pointed.kind === 'passage') return from(pointed.passage, question, [], library, pointed.others);
  const carried = carriedOver(question, last[0] ?? null, library);
  if (carried) return from(carried, question, [], library, []);
  const money = named(question, last[0] ?? null, library);
  if (money.length > 0)
    return { kind: 'answer', composed: answerBudget(money, question, library.knowledge), also: [], sure: true };
  const { lean, candidates: following } = await followUp(typed, last, day, library, search);
  const [next] = following;
  const own = subjectOf(typed).length;
  if (lean === 'strong' && own < 3 && next) return from(next.passage, question, following, library, []);
  const both = await realms(question, day, library, search);
  if (both) return { kind: 'answer', composed: both, also: [], sure: true };
  const found = await candidatesFor(question, day, library, search);
  const sound = found[0] !== undefined && convinces(found[0], question);
  const candidates = sound && wantedFact(question.folded) === 'fine' ? ofTheAct(found, question, library) : found;
  const convincing = candidates.filter((one) => convinces(one, question));
  const best = candidates[0] && convinces(candidates[0], question) ? holding(convincing, question) : undefined;
  const follows = own > 2 && following.some((one) => one.passage.id === best?.passage.id);
  if (next && !follows && (best === undefined || best.evidence.likeness < standsAlone(own)))
    return from(next.passage, question, following, library, []);
  if (best === undefined || (lean !== 'none' && !follows && own < 2 && best.evidence.likeness < standsAlone(own)))
    return question.strangerAct ? { kind: 'absent' } : { kind: 'decline', nearest: distinctNear(found.filter(near)) };
  if (isOfHere(best.passage, question, library.knowledge)) return { kind: 'elsewhere' };
  const others = candidates.filter((one) => one !== best);
  const composed = joined(composedFrom(best.passage, question, others, library), best, others[0], question);
  const also = others.filter((one) => near(one) && one.score >= best.score * worthOffering);
  const offered = distinctNear(also).filter((one) => one.facts.kind !== 'unknown');
  return { kind: 'answer', composed, also: offered, sure: best.evidence.likeness >= surely };
}

/** The likeness to a known phrasing that lets a message with so many words of its own stand for itself in a talk. */
function standsAlone(ownWords: number): number {
  return ownWords < 2 ? 0.8 : ownWords === 2 ? 0.7 : 0.6;
}

/** What needs no search: places, acts as a whole, sums from the rules, counts. */
function outright(
  question: Question,
  topic: Topic | null,
  last: Passage | null,
  day: string,
  library: Library,
): Composed | null {
  const { knowledge } = library;
  return (
    answerCommune(question, topic, knowledge.communes) ??
    answerAct(question, last, day, knowledge) ??
    answerRetirement(question, day, knowledge) ??
    answerBirthLeave(question, knowledge) ??
    answerCount(question, topic, library)
  );
}

function from(passage: Passage, question: Question, others: Candidate[], library: Library, also: Passage[]): Answered {
  return { kind: 'answer', composed: composedFrom(passage, question, others, library), also, sure: false };
}

function composedFrom(passage: Passage, question: Question, others: Candidate[], library: Library): Composed {
  return opened(withFact(compose(passage, question, others, library), passage, question), passage, question);
}

async function candidatesFor(question: Question, day: string, library: Library, search: Search): Promise<Candidate[]> {
  const { parts, subjects } = widen(question, library);
  const hits = await search.search(makeQuery(parts, library.index.idf), reach, day);
  return rank(hits, question, subjects, library);
}

/** The province's target beside the nation's, when both are asked for; `null` when no target of the plan is named. */
async function realms(question: Question, day: string, library: Library, search: Search): Promise<Composed | null> {
  const home = homeNames(library);
  if (!comparesRealms(question.folded, home)) return null;
  const [words, content] = [withoutRealms(question.words, home), withoutRealms(question.content, home)];
  const target = { ...question, words, content, document: library.knowledge.plan };
  const candidates = await candidatesFor(target, day, library, search);
  const best = candidates.find((one) => isIndicator(one.passage));
  if (!best || !isIndicator(best.passage) || best.evidence.coverage < 0.5) return null;
  return answerRealms(best.passage, measuresMeant(best.passage.facts.measures, target, library), question);
}

/** The province's own names, folded. */
function homeNames({ knowledge }: Library): string[] {
  const map = knowledge.communes?.map;
  return map
    ? [...new Set([map.province, ...map.communes.map((one) => one.area)])].map((name) => matchable(name).trim())
    : [];
}

/** "Còn mô hình hương ước?" after "ai chủ trì" asks who leads that one. */
function withAsksOf(topic: Topic | null, question: Question): Question {
  return question.asks.size === 0 && topic?.asks ? { ...question, asks: new Set(topic.asks) } : question;
}

/** Sums, differences and shares of the plan's money need all figures named, not the one that ranks best. */
function named(question: Question, last: Passage | null, library: Library) {
  const { asks } = question;
  const computes = asks.has('sum') || asks.has('difference') || asks.has('share');
  const goesOn = last?.facts.kind === 'budget' && subjectOf(question).length <= 3;
  return computes || goesOn ? budgetsNamed(question, library, goesOn) : [];
}

/**
 * "Thế năm 2030?", "ai chịu trách nhiệm?": without a subject, a question is about the part of the plan last shown;
 * "còn Sở Tư pháp?" about that agency.
 */
function carriedOver(question: Question, last: Passage | null, library: Library): Passage | null {
  if (!last || last.document !== library.knowledge.plan) return null;
  const { agency } = question;
  const naming = new Set(matchable([agency?.name, ...(agency?.aliases ?? [])].join(' ')).split(' '));
  if (subjectOf(question).some((word) => !naming.has(word.folded))) return null;
  if (agency !== null) return library.knowledge.passages.get(agency.passage) ?? null;
  const leans = question.years.length > 0 || question.figures.length > 0 || question.asks.size > 0;
  return leans ? last : null;
}

/** How near a topic must come to the answer to be offered beside it. */
const worthOffering = 0.6;

/** Whether a passage has to do with what is asked at all. */
function near({ evidence }: Candidate): boolean {
  return evidence.coverage >= 0.5 || evidence.likeness >= 0.4;
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
