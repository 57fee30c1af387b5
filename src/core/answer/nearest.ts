import type { Passage } from '../passage.ts';
import type { Candidate } from './pick.ts';

/** How near a topic must come to the answer to be offered beside it. */
const worthOffering = 0.6;
const most = 3;

/** Topics to offer beside an answer from `best`: those that have to do with the question, one of each place. */
export function beside(best: Candidate, others: Candidate[]): Passage[] {
  const worthy = others.filter((one) => isNear(one) && one.score >= best.score * worthOffering);
  return onePerPlace(worthy).filter((one) => one.facts.kind !== 'unknown');
}

/** The nearest topics to a question that has no answer. */
export function nearest(candidates: Candidate[]): Passage[] {
  return onePerPlace(candidates.filter(isNear));
}

/** Whether a passage has to do with what is asked at all. */
function isNear({ evidence }: Candidate): boolean {
  return evidence.coverage >= 0.5 || evidence.likeness >= 0.4;
}

function onePerPlace(candidates: Candidate[]): Passage[] {
  const seen = new Set<string>();
  return candidates
    .map((one) => one.passage)
    .filter((one) => {
      const key = `${one.document}|${one.locator}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    })
    .slice(0, most);
}
