import type { Passage } from '../passage.ts';
import { pastDay } from '../question/past.ts';
import type { Question } from '../question/understand.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Candidate } from './candidate.ts';
import { type Composed, distinct } from './composed.ts';
import type { Library } from './library.ts';

const asksPenalty = /\b(?:phat|xu (?:phat|ly|theo)|xu|nghi dinh|muc)\b/;
const asksWhichAct = /\b(?:nghi dinh|nd|van ban|luat) (?:nao|gi|so may|may|cu hay moi)\b/;

/** How near a passage of a decree must come for the question to be taken as one about that decree. */
const near = 0.1;

/**
 * What was over before a decree came is judged by the one before it: said first, by the decree's own rule on it, and
 * the level of today after that. `day` is today.
 */
export function ofThatTime(
  composed: Composed,
  question: Question,
  others: Candidate[],
  library: Library,
  day: string,
): Composed {
  if (composed.outcome === 'decline' || !asksPenalty.test(question.folded)) return composed;
  const then = pastDay(question, day);
  if (then === null) return composed;
  const cited = composed.cites.map((one) => one.document);
  // An answer that rests on a decree is judged by no other one's rule.
  const documents = cited.some(isDecree)
    ? cited
    : [...cited, ...others.filter((one) => one.near >= near).map((one) => one.passage.document)];
  const [rule] = documents.flatMap((document) => transitionOf(document, then, library));
  if (!rule || composed.passages.includes(rule.id)) return composed;
  // Which decree applies is all that is asked: what another one sets would only confuse.
  const rest = asksWhichAct.test(question.folded) ? '' : `\n${composed.text}`;
  return {
    ...composed,
    text: `${rule.say}${rest}`,
    cites: distinct(rest === '' ? rule.cites : [...rule.cites, ...composed.cites]),
    passages: [...composed.passages, rule.id],
  };
}

function isDecree(document: string): boolean {
  return document.endsWith('/NĐ-CP');
}

/** The rule of a decree on what was over before it came, when the day lies before that. */
function transitionOf(document: string, then: string, { knowledge, places }: Library): Passage[] {
  const from = knowledge.documents.get(document)?.inForceFrom;
  if (!isDecree(document) || !from || then >= from) return [];
  return [...(places.get(document)?.values() ?? [])]
    .flat()
    .filter((one) => one.facts.kind === 'article' && fold(one.title).includes('chuyen tiep'))
    .slice(0, 1);
}
