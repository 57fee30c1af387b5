import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { type Candidate, inPlaceOf } from './candidate.ts';
import { neighbours } from './follow.ts';
import type { Library } from './library.ts';

/** How near what belongs to the talk must come to the best of all to be told instead, and how like a known question that is itself. */
const nearInTalk = 0.6;
const plainlyOther = 0.75;

/** The best answer, or one about as good that stands in the same article as what was just told: people go on with a matter. */
export function keptTo(
  last: Passage[],
  best: Candidate,
  candidates: Candidate[],
  question: Question,
  library: Library,
): Candidate {
  if (last.length === 0 || question.document !== null || best.likeness >= plainlyOther) return best;
  const near = neighbours(last, library);
  if (near.has(best.passage.id)) return best;
  const told = new Set(last.map((one) => one.id));
  const goesOn = candidates.find(
    (one) =>
      near.has(one.passage.id) &&
      !told.has(one.passage.id) &&
      one.near >= nearInTalk &&
      one.coverage >= best.coverage &&
      one.passage.facts.kind !== 'unknown',
  );
  return goesOn ? inPlaceOf(goesOn, best) : best;
}
