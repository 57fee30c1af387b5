import type { Knowledge } from '../knowledge.ts';
import type { Measure, Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import type { Question } from '../question/understand.ts';
import { wordsOf } from '../search/terms.ts';
import { fold } from '../vietnamese/fold.ts';
import { answerAgency, isAgency, presently } from './agency.ts';
import { answerers } from './answerers.ts';
import { answerBudget, isBudget } from './budget.ts';
import type { Candidate } from './candidate.ts';
import { checkedAmount, checkedFigures } from './check.ts';
import { asItStands, type Composed, distinct } from './composed.ts';
import { subjectOf } from './follow.ts';
import { gradesIn, gradesOf } from './grades.ts';
import { answerIndicator, isIndicator } from './indicator.ts';
import type { Library } from './library.ts';
import { answerModel, inModel, isModel } from './model.ts';
import { forOrganisation } from './organisation.ts';
import { withTerm } from './term.ts';

/** Puts the answer into words from the chosen passage; `others` are further candidates, best first. */
export function compose(passage: Passage, question: Question, others: Candidate[], library: Library): Composed {
  const { knowledge } = library;
  if (isIndicator(passage))
    return answerIndicator(passage, question, measuresMeant(passage.facts.measures, question, library), knowledge);
  if (isBudget(passage)) {
    const rest = others.map((one) => one.passage).filter(isBudget);
    return answerBudget([passage, ...rest], question, knowledge);
  }
  if (isAgency(passage)) return answerAgency(passage, question, knowledge);
  if (isModel(passage)) return answerModel(passage, question, knowledge);
  if (passage.facts.kind === 'objective') return answerObjective(passage, question, knowledge);
  const base = asItStands(passage);
  if (passage.facts.kind === 'fine' || passage.facts.kind === 'limit')
    return forOrganisation(checkedAmount(base, passage, question), passage, question, knowledge);
  if (passage.facts.kind === 'update') return withPlanPlace(base, question, knowledge);
  if (passage.document !== knowledge.plan) return checkedFigures(withTerm(base, passage), passage, question);
  return withPresentAgency(inModel(base, passage, question, knowledge), knowledge);
}

/** Who answers for an objective, or what it wants and in which field. */
function answerObjective(passage: Passage, question: Question, knowledge: Knowledge): Composed {
  if (question.asks.has('who') && !/\blinh vuc\b/.test(question.folded)) return answerers(passage, knowledge);
  const base = withOnlyTarget(asItStands(passage), passage, knowledge);
  return /\blinh vuc\b/.test(question.folded) ? { ...base, text: `${passage.title}.\n${base.text}` } : base;
}

/** An objective of one target tells that target: its place is cited too. */
function withOnlyTarget(base: Composed, { facts, document }: Passage, { passages }: Knowledge): Composed {
  const targets = [...passages.values()].filter(
    (one) =>
      one.document === document &&
      one.facts.kind === 'indicator' &&
      facts.kind === 'objective' &&
      one.facts.objective === facts.objective,
  );
  const [only, ...others] = targets;
  return only && others.length === 0 ? { ...base, cites: distinct([...base.cites, ...only.cites]) } : base;
}

/** What changed since the plan, with the plan's own place on the agency that the question names, and what its successor rests on. */
function withPlanPlace(base: Composed, question: Question, knowledge: Knowledge): Composed {
  const duty = question.agency ? knowledge.passages.get(question.agency.passage) : undefined;
  if (!duty || base.outcome === 'decline') return base;
  const cites = distinct([...base.cites, ...duty.cites, ...(question.agency?.now?.cites ?? [])]);
  return { ...base, cites, passages: [...base.passages, duty.id] };
}

/** Adds who does the work now when the answer names an agency that has been taken over since the plan was made. */
function withPresentAgency(base: Composed, knowledge: Knowledge): Composed {
  if (base.outcome === 'decline') return base;
  const said = matchable(base.text);
  const agency = knowledge.agencies.find(
    (one) =>
      one.now !== null && [one.name, ...one.aliases].some((name) => name.length > 3 && said.includes(matchable(name))),
  );
  return presently(base, agency);
}

const counted = /\b(?:may|bao nhieu) (\S+)/g;
/** "Tất cả hay chỉ một số": a share, though no number is asked. */
const asksShare =
  /\b(?:het|tat ca|toan bo|moi noi)\b(?: \S+){0,3} (?:hay|hoac)\b|\b(?:hay|hoac) (?:chi )?(?:mot|1|vai|may) (?:so|phan|noi|cho)\b/;

/** "Mấy tin", "bao nhiêu phần trăm": the unit of the figure that is wanted tells which one it is. */
function ofUnit(measures: Measure[], { folded }: Question): Measure[] {
  const units = [...folded.matchAll(counted)].map((one) => (one[1] === 'phan' ? '%' : (one[1] ?? '')));
  if (asksShare.test(folded)) units.push('%');
  return measures.filter(({ unit }) =>
    fold(unit)
      .replace(/\/.*/, '')
      .split(/[^a-z%]+/)
      .some((word) => units.includes(word)),
  );
}

/** Which measures of an indicator the question is about; all of them when it does not say. */
export function measuresMeant(measures: Measure[], question: Question, library: Library): Measure[] {
  if (measures.length < 2) return measures;
  // What is set for peoples is told of them alone where it is asked of everybody.
  // "Thế đến 2030" may go on with either: both are told.
  const goesOn = question.talk !== undefined && subjectOf(question).length === 0;
  const ofAll =
    goesOn || ofPeoples.test(question.folded)
      ? measures
      : measures.filter((one) => !ofPeoples.test(matchable(one.name)));
  if (ofAll.length > 0 && ofAll.length < measures.length) return measuresMeant(ofAll, question, library);
  const byUnit = ofUnit(measures, question);
  if (byUnit.length > 0 && byUnit.length < measures.length) return measuresMeant(byUnit, question, library);
  // "Nữ học nghề bao nhiêu, riêng nữ dân tộc thiểu số bao nhiêu": one after the other.
  if ([...question.folded.matchAll(/\b(?:may|bao nhieu)\b/g)].length > 1) return measures;
  const scores = measures.map((measure) => {
    const own = saidOf(measure);
    const elsewhere = measures.filter((one) => one !== measure).map(saidOf);
    // Only words that tell the measures apart count.
    return subjectOf(question)
      .filter((word) => own.has(spelled(word)) && elsewhere.some((other) => !other.has(spelled(word))))
      .reduce((sum, word) => sum + library.tellsOf(word.folded), 0);
  });
  const byGrade = measures.filter((measure) => gradesIn(question.folded).some((one) => gradesOf(measure).has(one)));
  if (byGrade.length > 0 && byGrade.length < measures.length) return byGrade;
  const best = Math.max(...scores);
  if (best === 0) return measures;
  return measures.filter((_, at) => (scores[at] ?? 0) >= best * 0.75);
}

const ofPeoples = /\b(?:dan toc|dtts|dt|nguoi (?:mong|dao|tay|nung|giay|thai|ha nhi|phu la|la chi|muong))\b/;

const saidOfMeasures = new WeakMap<Measure, ReadonlySet<string>>();

/** The words a measure is named and asked for with. Read when first wanted, and kept. */
function saidOf(measure: Measure): ReadonlySet<string> {
  const before = saidOfMeasures.get(measure);
  if (before) return before;
  const said = new Set(wordsOf([measure.name, ...measure.ask].join(' . ')).map(spelled));
  saidOfMeasures.set(measure, said);
  return said;
}

/** "Tiến sỹ" and "tiến sĩ" are one word. */
function spelled({ folded }: { folded: string }): string {
  return folded.replace(/(?<=[^aeiouy])y$/, 'i');
}
