import type { Topic } from '../conversation.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { birthIn } from '../question/birth.ts';
import { matchable } from '../question/names.ts';
import { asksPlanCost } from '../question/plan-money.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { answerAboutLast } from './about-last.ts';
import { answerAct } from './act.ts';
import { answerAgeReached } from './age-reached.ts';
import { answerAgencyTargets } from './agency.ts';
import { answerAgencyAbsent } from './agency-absent.ts';
import { answerBirthContributions } from './birth-contributions.ts';
import { answerBirthGap } from './birth-gap.ts';
import { answerBirthLeave } from './birth-leave.ts';
import { answerBirthPay } from './birth-pay.ts';
import { answerBudget, asksSeveral, type Budget, budgetsNamed, isBudget } from './budget.ts';
import { answerCommune } from './commune.ts';
import type { Composed } from './composed.ts';
import { answerCount } from './count.ts';
import { answerFigureMeant } from './figure-meant.ts';
import { leanOf, saidInFull, subjectOf } from './follow.ts';
import { answerInheritance } from './inheritance.ts';
import type { Library } from './library.ts';
import { answerAgencyModels } from './model.ts';
import { alwaysAsksForAny, asksForAnyTarget } from './of-target-words.ts';
import { ofUnitAsked } from './of-unit.ts';
import { asksOfOrganisation, fineTold } from './organisation.ts';
import { answerPension } from './pension.ts';
import { answerRetirement } from './retirement.ts';
import { answerRetirementGap } from './retirement-gaps.ts';

/** What needs no search: places, acts as a whole, sums from the rules, counts; `null` when none of them is asked. */
export function outright(
  question: Question,
  topic: Topic | null,
  last: Passage | null,
  day: string,
  library: Library,
): Composed | null {
  const { knowledge } = library;
  return (
    answerCommune(question, topic, knowledge.communes) ??
    answerAboutLast(question, last, knowledge) ??
    answerAct(question, last, day, knowledge) ??
    summed(question, day, knowledge) ??
    (last && leansToSum(question) ? summed(askingWhen(saidInFull(question, last)), day, knowledge) : null) ??
    answerAgencyTargets(question, knowledge) ??
    answerAgencyModels(question, knowledge) ??
    answerFigureMeant(question, knowledge) ??
    answerAgencyAbsent(question, knowledge) ??
    answerCount(question, topic, library)
  );
}

/** A message with more words of its own says itself what is to be reckoned. */
const mostOwn = 2;

/** Whoever tells a birth and little else goes on with what was asked: "tôi sinh tháng 5 năm 1970, nữ". */
function leansToSum(question: Question): boolean {
  const own = subjectOf(question).filter((word) => !/^(?:sinh|sn|thang|nam|nu)$/.test(word.folded)).length;
  const lean = leanOf(question);
  if (birthIn(question.words) !== null) return lean !== 'none' && own <= mostOwn;
  return lean === 'strong' && subjectOf(question).length <= mostOwn;
}

/** A birth told where an age was talked about asks when it is reached; a case told where leave was, how long it is. */
function askingWhen(question: Question): Question {
  if (birthIn(question.words) !== null) return { ...question, folded: `${question.folded} bao gio` };
  return /\bnghi\b/.test(question.folded) ? { ...question, folded: `${question.folded} bao lau` } : question;
}

/** What the rules for shares of an inheritance, retirement, pensions and births reckon. */
function summed(question: Question, day: string, knowledge: Knowledge): Composed | null {
  return (
    answerInheritance(question, knowledge) ??
    answerPension(question, knowledge) ??
    answerRetirementGap(question, day, knowledge) ??
    answerRetirement(question, day, knowledge) ??
    answerBirthPay(question, knowledge) ??
    answerBirthContributions(question, knowledge) ??
    answerBirthGap(question, knowledge) ??
    answerAgeReached(question, day, knowledge) ??
    answerBirthLeave(question, day, knowledge)
  );
}

/** What of a question the talk may go on with: kinds and a year, never words. */
export function carriedBy({ asks, years, asked }: Question): Pick<Topic, 'asks' | 'year' | 'wanted'> {
  // Years of birth are nobody's to keep.
  const [year, ...others] = new Set(years.filter((one) => one >= 2021));
  return {
    asks: [...asks],
    year: others.length === 0 ? year : undefined,
    wanted: wantedFact(asked) ?? undefined,
  };
}

/** "Còn mô hình hương ước?" after "ai chủ trì" asks who leads that one. */
export function withAsksOf(topic: Topic | null, question: Question): Question {
  return question.asks.size === 0 && topic?.asks ? { ...question, asks: new Set(topic.asks) } : question;
}

/**
 * "Thế năm 2030?", "ai chịu trách nhiệm?": without a subject, a question is about the part of the plan last shown;
 * "còn Sở Tư pháp?" about that agency.
 */
export function carriedOver(question: Question, last: Passage | null, library: Library): Passage | null {
  const { agency } = question;
  if (last && agency === null && question.asks.has('who')) {
    // Who answers for a target is set for the province's own, whichever of the two was told last.
    const own = inPlan(last, library);
    if (own && subjectOf(question).length === 0) return own;
  }
  const subject = subjectOf(question).map((word) => word.folded);
  const fine = last && leanOf(question) !== 'none' ? fineTold(last, library.places) : null;
  if (fine && asksOfOrganisation(question, subject)) return fine;
  if (!last || last.document !== library.knowledge.plan || asksPlanCost(question)) return null;
  const naming = new Set(matchable([agency?.name, ...(agency?.aliases ?? [])].join(' ')).split(' '));
  const named = subjectOf(question).filter((word) => !naming.has(word.folded));
  // "Tới 2030 thì hạ xuống còn mấy" names no other target.
  const ofAny = (word: Token) => alwaysAsksForAny(word.folded) || asksForAnyTarget(word, question.words);
  if (named.some((word) => last.facts.kind !== 'indicator' || !ofAny(word))) return null;
  if (agency !== null) return library.knowledge.passages.get(agency.passage) ?? null;
  const leans = question.years.length > 0 || question.figures.length > 0 || question.asks.size > 0;
  return leans ? last : null;
}

/** The plan's target at the place of the nation's, which are numbered alike. */
function inPlan({ document, locator }: Passage, { knowledge, places }: Library): Passage | null {
  if (!knowledge.documents.get(document)?.onlyWhenNamed || !locator.startsWith('Mục tiêu')) return null;
  return places.get(knowledge.plan)?.get(locator)?.[0] ?? null;
}

/** "Kế hoạch chi mấy tỷ" names nothing but the plan: its whole sum. */
function wholeCost(question: Question, { knowledge }: Library): Budget[] {
  if (!asksPlanCost(question) || question.years.length > 0) return [];
  return [...knowledge.passages.values()].filter(isBudget).filter(({ facts }) => facts.part === 'total');
}

/** Sums, differences and shares of the plan's money need all figures named, not the one that ranks best. */
export function moneyAsked(question: Question, last: Passage | null, library: Library): Composed | null {
  const { asks } = question;
  const computes = asks.has('sum') || asks.has('difference') || asks.has('share');
  const goesOn = last?.facts.kind === 'budget' && subjectOf(question).length <= 3;
  const found = budgetsNamed(question, library, goesOn);
  const named = found.length === 0 && subjectOf(question).length <= mostOwn ? wholeCost(question, library) : found;
  const [first] = named;
  return first && (computes || goesOn || found.length === 0 || asksSeveral(question, named))
    ? ofUnitAsked(answerBudget(named, question, library.knowledge), first, question, library.knowledge)
    : null;
}
