import { ahead, type Candidate, isElsewhere } from './candidate.ts';
import type { Asked } from './clues.ts';
import type { Library } from './library.ts';
import { ofThatAgeFirst, prisonFirst, usualFirst, yearToCome } from './prefer-cases.ts';
import { forbiddenFirst, knownFirst, rulesFirst } from './prefer-known.ts';
import { bothSidesFirst, cardFirst, listFirst, narrowFirst } from './prefer-parts.ts';
import { homeToo, oneTargetFirst, targetFirst, valueFirst } from './prefer-targets.ts';

/** Candidates in order of score, with the one that suits a reader better before its near equals. */
export function preferred(ranked: Candidate[], asked: Asked, library: Library): Candidate[] {
  const fitting = oneTargetFirst(
    valueFirst(likestFirst(knownFirst(rulesFirst(forbiddenFirst(targetFirst(ranked, asked), asked), asked))), asked),
    asked,
  );
  const told = homeToo(ofThatAgeFirst(prisonFirst(yearToCome(fitting, asked), asked), asked), asked, library);
  return usualFirst(bothSidesFirst(cardFirst(listFirst(narrowFirst(told), asked)), asked, library), asked);
}

/**
 * How like a known way of asking is enough, how much liker than the first, how near it must come, the least trust, and how
 * much less of the question it may speak of: what is liker by far may come from further behind.
 */
const liker = [
  { like: 0.6, by: 0.14, near: 0.35, trust: 0.3, less: 0 },
  { like: 0.5, by: 0.2, near: 0.1, trust: 0, less: 0 },
  { like: 0.55, by: 0.25, near: 0.75, trust: 0.5, less: 0.25 },
];

/** What people are known to ask for in nearly these words, before what only shares more telling words with them. */
function likestFirst(ranked: Candidate[]): Candidate[] {
  const [first] = ranked;
  if (!first || isElsewhere(first)) return ranked;
  const [likest] = ranked
    .filter((one) => one !== first && !isElsewhere(one) && isLiker(one, first))
    .sort((one, other) => other.likeness - one.likeness);
  return likest ? ahead(likest, ranked) : ranked;
}

function isLiker({ likeness, near, trust, coverage }: Candidate, first: Candidate): boolean {
  return liker.some(
    (one) =>
      likeness >= one.like &&
      likeness - first.likeness >= one.by &&
      near >= one.near &&
      trust >= one.trust &&
      first.coverage - coverage <= one.less,
  );
}
