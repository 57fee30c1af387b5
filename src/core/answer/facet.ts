import { carriers, facetOf } from '../question/facets.ts';
import type { Question } from '../question/understand.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Candidate } from './candidate.ts';

/** How near one that carries the facet must come to the best, and how much of the subject it must speak of beside it. */
const near = 0.3;
const spokenOf = 0.7;

const ofPunishment = /\b(?:phat|muc|tu|xu ly|xu li|trieu|tien)\b/;

/** Whether what is not established is how much an act costs, while the question asks no such thing ("có bị cấm không"). */
function isUnaskedFine({ passage }: Candidate, question: Question): boolean {
  if (passage.facts.kind !== 'unknown' || ofPunishment.test(question.folded)) return false;
  return passage.ask.filter((one) => /\bphat\b/.test(fold(one))).length * 3 >= passage.ask.length * 2;
}

/** The candidates (best first), with the one that tells the side asked for before one that tells another side. */
export function facing(all: Candidate[], question: Question): Candidate[] {
  const [first, second] = all;
  const besideFine = first && second && second.near >= near && isUnaskedFine(first, question);
  const candidates = besideFine ? all.slice(1) : all;
  const facet = facetOf(question.folded);
  const [best] = candidates;
  if (facet === null || !best) return candidates;
  const { title, ask } = carriers[facet];
  const carries = ({ passage }: Candidate) =>
    title.test(fold(passage.title)) ||
    passage.ask.filter((one) => ask.test(fold(one))).length * 2 >= passage.ask.length;
  if (best.passage.facts.kind === 'unknown' || carries(best)) return candidates;
  const found = candidates.find(
    (one) => one.near >= near && one.coverage >= best.coverage * spokenOf && carries(one) && one.passage.ask.length > 0,
  );
  return found ? [found, ...candidates.filter((one) => one !== found)] : candidates;
}
