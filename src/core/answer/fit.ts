import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { helpfulFact, type Wanted, wantedFact } from '../question/wanted.ts';
import type { Candidate } from './candidate.ts';
import type { Composed } from './composed.ts';
import { holdsFact, missing } from './holds-fact.ts';
import { figureMissing, thingMissing } from './holds-thing.ts';
import { sentenceWith } from './sentences.ts';
import { least } from './threshold.ts';

/** How near a further candidate must come to take the place of one that lacks the fact asked for. */
const near = 0.5;

/** Passages whose figures are data, and those that say what is not established: their composing finds the fact. */
function speaksForItself({ facts }: Passage): boolean {
  return ['indicator', 'objective', 'budget', 'agency', 'model', 'unknown', 'commune', 'act'].includes(facts.kind);
}

/** What no part of the plan that is told from data holds. */
const outsidePlan: ReadonlySet<Wanted> = new Set<Wanted>(['money', 'phone', 'address']);

/** Parts of the plan that are told from data. */
function isOfPlan({ facts }: Passage): boolean {
  return ['indicator', 'objective', 'agency', 'model'].includes(facts.kind);
}

/**
 * Out of the candidates that convince (best first), the one that holds the kind of fact asked for. A near one may take
 * the place of the best; when none holds it the best stays, and `withFact` says what is missing.
 */
export function holding(convincing: Candidate[], question: Question): Candidate | undefined {
  const wanted = wantedFact(question.asked) ?? helpfulFact(question.asked);
  const best = naming(convincing, question);
  if (!best || wanted === null || speaksForItself(best.passage)) return best;
  const unit = unitAsked(question.asked);
  const close = [best, ...convincing.filter((one) => one !== best && one.near >= near && mayTakeItsPlace(one))];
  return (
    (unit && close.find(({ passage }) => passage.facts.kind === 'unknown' || unit.test(passage.say))) ??
    close.find(({ passage }) => passage.facts.kind === 'unknown' || holdsFact(passage.say, wanted)) ??
    close.find(({ passage }) => sentenceWith(wanted, passage, question) !== null) ??
    best
  );
}

/** A figure that convinces by less where it is the best takes no place of another; what is not established lacks nothing. */
function mayTakeItsPlace({ trust, passage }: Candidate): boolean {
  return trust >= least || passage.facts.kind === 'unknown';
}

/** "Bao nhiêu ngày": a number of just that unit, which "báo ngay" is not; `null` where no unit is asked. */
function unitAsked(folded: string): RegExp | null {
  const unit = /\b(?:bao nhieu|may) (ngay|gio|thang)\b(?! (?:nao|nay|le))/.exec(folded)?.[1];
  return unit === undefined ? null : new RegExp(`\\d (?:\\S+ )?${spelled[unit as keyof typeof spelled]}`);
}

const spelled = { ngay: 'ngày', gio: 'giờ', thang: 'tháng' };

/** The best of those that convince, or a near one that speaks of the thing asked for where the best does not. */
function naming(convincing: Candidate[], { asked }: Question): Candidate | undefined {
  const [best] = convincing;
  const lacks = ({ passage }: Candidate) => thingMissing(asked, passage) !== null;
  if (!best || !lacks(best)) return best;
  return convincing.find((one) => one.near >= near && !lacks(one)) ?? best;
}

/**
 * The answer with the fact asked for: from the passage's longer text when its plain answer lacks it; an honest decline
 * that says what is missing when neither has it.
 */
export function withFact(composed: Composed, passage: Passage, question: Question): Composed {
  if (composed.outcome === 'decline') return composed;
  const thing = thingMissing(question.asked, passage);
  if (thing !== null) return lacking(thing, composed);
  const wanted = wantedIn(passage, question);
  if (wanted === null) {
    const figure = speaksForItself(passage) ? null : figureMissing(question.asked, [composed.text, passage.text]);
    return figure === null ? composed : lacking(figure, composed);
  }
  if (speaksForItself(passage) && !(isOfPlan(passage) && outsidePlan.has(wanted))) return composed;
  const isShare = isOfPlan(passage) && wanted === 'money';
  if (holdsFact(composed.text, wanted) && !(isShare && !/\d (?:triệu |nghìn |tỷ )?đồng/.test(composed.text)))
    return composed;
  const sentence = isShare ? null : sentenceWith(wanted, passage, question);
  if (sentence !== null) return { ...composed, text: sentence, more: passage.more ?? passage.text };
  return lacking(missing[wanted], composed);
}

/** The plan fines nobody: without marks "được phát bao nhiêu tiền" only looks like a fine. */
function wantedIn(passage: Passage, { folded, asked }: Question): Wanted | null {
  const wanted = wantedFact(asked);
  return wanted === 'fine' && isOfPlan(passage) && /\btien\b/.test(folded) ? 'money' : wanted;
}

/** What is near, with what it lacks said first. */
function lacking(what: string, composed: Composed): Composed {
  return { ...composed, text: `${what} Điều mình có về việc này:\n${composed.text}`, outcome: 'decline' };
}
