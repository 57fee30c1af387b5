import type { Topic } from '../conversation.ts';
import type { Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import { ordinalIn } from '../question/ordinal.ts';
import type { Question } from '../question/understand.ts';
import type { Library } from './library.ts';
import { alwaysAsksForAny } from './of-target-words.ts';
import { sameTargetElsewhere } from './other-plan.ts';

/** What the question points at by number. */
export type Pointed =
  | { kind: 'nothing' }
  | { kind: 'passage'; passage: Passage; others: Passage[] }
  /** The article is there, but not the clause or point named; the article stands in. */
  | { kind: 'instead'; passage: Passage }
  /** It names a place that the knowledge does not have. */
  | { kind: 'absent' };

/** Finds the indicator, objective or article a question points at by number, leaning on the topic where it is short. */
export function pointedAt(question: Question, topic: Topic | null, library: Library): Pointed {
  const elsewhere = sameTargetElsewhere(question, topic, library);
  if (elsewhere) return { kind: 'passage', passage: elsewhere, others: [] };
  const plan = pointedInPlan(question, topic, library);
  if (plan.kind !== 'nothing') return plan;
  const strategy = pointedInStrategy(question, library);
  return strategy.kind === 'nothing' ? pointedInLaw(question, topic, library) : strategy;
}

/** "Mục tiêu 3, chỉ tiêu 2" of a named document other than the plan. Targets it numbers may be left out of it. */
function pointedInStrategy(question: Question, library: Library): Pointed {
  const { objective, indicator } = question.place;
  if (question.document === null || objective === null) return { kind: 'nothing' };
  const document = library.knowledge.documents.get(question.document);
  const naming = new Set(matchable([document?.short, ...(document?.aliases ?? [])].join(' ')).split(' '));
  // "Mục tiêu 4 về tử vong mẹ" asks for one target of the objective; search knows which.
  if (indicator === null && question.content.filter((word) => !naming.has(word.folded)).length > 1)
    return { kind: 'nothing' };
  const places = library.places.get(question.document);
  const named = indicator === null ? null : places?.get(`Mục tiêu ${objective}, Chỉ tiêu ${indicator}`)?.[0];
  const whole = named ?? places?.get(`Mục tiêu ${objective}`)?.[0];
  return whole ? { kind: 'passage', passage: whole, others: [] } : { kind: 'nothing' };
}

function pointedInPlan(question: Question, topic: Topic | null, library: Library): Pointed {
  const { place } = question;
  const { passages, plan } = library.knowledge;
  if (question.document !== null && question.document !== plan) return { kind: 'nothing' };
  const section = place.section === null ? null : sectionPassages(place.section, library);
  if (section) return section;
  const last = topicFacts(topic, library);
  const listed = last && place.objective === null ? ordinalOf(question, last, library) : null;
  if (listed) return { kind: 'passage', passage: listed, others: [] };
  const objective = place.objective ?? (place.indicator !== null ? (last?.objective ?? null) : null);
  if (objective === null) return { kind: 'nothing' };
  const whole = passages.get(`muc-tieu-${objective}`);
  if (!whole) return { kind: 'absent' };
  const only = passages.get(`muc-tieu-${objective}-chi-tieu-2`) ? null : 1;
  // Which field it is about, or what it is called, is asked of the objective even when it has one target only.
  const asksField = place.indicator === null && /\b(linh vuc|mang|ve gi|noi gi|ten gi)\b/.test(question.folded);
  const indicator = asksField ? null : (place.indicator ?? only);
  // Who answers for an objective is asked of all its targets: "mục tiêu 6 thì sở nào lo".
  const asksWho = question.asks.has('who') && question.content.every((word) => alwaysAsksForAny(word.folded));
  if (indicator === null)
    return question.content.length > 1 && !asksField && !asksWho
      ? { kind: 'nothing' }
      : { kind: 'passage', passage: whole, others: [] };
  const passage = passages.get(`muc-tieu-${objective}-chi-tieu-${indicator}`);
  return passage ? { kind: 'passage', passage, others: [] } : { kind: 'absent' };
}

/** "Cái thứ hai", "chỉ tiêu cuối cùng": of the targets of the objective last talked about. */
function ordinalOf(
  question: Question,
  { objective, indicator }: { objective: number; indicator: number | null },
  { knowledge }: Library,
): Passage | null {
  const ordinal = ordinalIn(question.folded);
  if (ordinal === null || question.content.length > 2) return null;
  const at = (number: number) => knowledge.passages.get(`muc-tieu-${objective}-chi-tieu-${number}`) ?? null;
  if (ordinal === 'next') return at((indicator ?? 0) + 1);
  if (ordinal !== 'last') return at(ordinal);
  let last = 1;
  while (at(last + 1)) last++;
  return at(last);
}

/** The passages of a numbered part of the plan: "IV.6" stands for `Mục IV.6`, "II" for `Phần II`. */
function sectionPassages(section: string, library: Library): Pointed | null {
  const places = library.places.get(library.knowledge.plan);
  const found = places?.get(`Mục ${section}`) ?? places?.get(`Phần ${section}`);
  const inside =
    found ?? [...(places ?? [])].filter(([locator]) => locator.startsWith(`Mục ${section}.`)).flatMap(([, all]) => all);
  const [first, ...others] = inside;
  return first ? { kind: 'passage', passage: first, others } : section.includes('.') ? { kind: 'absent' } : null;
}

/** The objective last talked about, or the only one that the agency last talked about has targets of. */
export function topicFacts(
  topic: Topic | null,
  library: Library,
): { objective: number; indicator: number | null } | null {
  for (const id of topic?.passages ?? []) {
    const facts = library.knowledge.passages.get(id)?.facts;
    if (facts?.kind === 'indicator') return { objective: facts.objective, indicator: facts.indicator };
    if (facts?.kind === 'objective') return { objective: facts.objective, indicator: null };
    const ofAgency = facts?.kind === 'agency' ? [...new Set(facts.answersFor.map((one) => one.objective))] : [];
    const [only] = ofAgency;
    if (only !== undefined && ofAgency.length === 1) return { objective: only, indicator: null };
  }
  return null;
}

function pointedInLaw(question: Question, topic: Topic | null, library: Library): Pointed {
  const { article, clause, point } = question.place;
  if (article === null)
    return question.strangerAct && question.content.length < 3 ? { kind: 'absent' } : { kind: 'nothing' };
  const last = library.knowledge.passages.get(topic?.passages[0] ?? '')?.document ?? null;
  const document = question.document ?? (question.strangerAct ? null : last);
  if (document === null) return question.strangerAct ? { kind: 'absent' } : { kind: 'nothing' };
  const places = library.places.get(document);
  const wanted = [
    clause !== null && point !== null ? `Điều ${article} khoản ${clause} điểm ${point}` : null,
    clause !== null ? `Điều ${article} khoản ${clause}` : null,
    `Điều ${article}`,
  ];
  for (const locator of wanted.slice(0, clause === null ? undefined : 2)) {
    const written = locator === null ? [] : (places?.get(locator) ?? []).filter((one) => one.facts.kind === 'article');
    // A rule that was replaced stands under the same number as the one that holds: the latter first.
    const found = [...written.filter((one) => one.inForceTo === null), ...written.filter((one) => one.inForceTo)];
    if (found[0]) return { kind: 'passage', passage: found[0], others: found.slice(1) };
  }
  const whole =
    clause === null ? undefined : places?.get(`Điều ${article}`)?.find((one) => one.facts.kind === 'article');
  if (whole && clause !== null)
    return tellsClause(whole, clause)
      ? { kind: 'passage', passage: whole, others: [] }
      : { kind: 'instead', passage: whole };
  const clauses = [...(places ?? [])]
    .filter(([locator]) => locator.startsWith(`Điều ${article} `))
    .flatMap(([, all]) => all);
  const [first, ...others] = clauses;
  if (first) return { kind: 'passage', passage: first, others };
  // Of an act that ended, or that nobody has read, something honest may still be said in words.
  const ended = library.knowledge.documents.get(document)?.inForceTo !== null;
  return ended || places === undefined ? { kind: 'nothing' } : { kind: 'absent' };
}

/** Whether the article's digest speaks of the clause by its number. */
function tellsClause(article: Passage, clause: number): boolean {
  return new RegExp(`\\bkhoản ${clause}\\b`, 'iu').test(article.text);
}
