import type { Passage } from '../passage.ts';
import type { Candidate } from './candidate.ts';

/** How near a topic must come to the answer to be offered beside it. */
const worthOffering = 0.3;
const most = 3;

/** Topics to offer beside an answer from `best`: those that have to do with the question, one of each place. */
export function beside(best: Candidate, others: Candidate[]): Passage[] {
  const worthy = others.filter((one) => isNear(one) && one.near >= best.near * worthOffering);
  return onePerPlace(worthy);
}

/** The nearest topics to a question that has no answer. */
export function nearest(candidates: Candidate[]): Passage[] {
  return onePerPlace(candidates.filter(isNear));
}

/** Whether a passage has to do with what is asked at all. */
function isNear({ passage, coverage, likeness }: Candidate): boolean {
  return !saysNothing(passage) && (coverage >= 0.5 || likeness >= 0.4);
}

function saysNothing({ facts }: Passage): boolean {
  return facts.kind === 'unknown' || facts.kind === 'elsewhere';
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
