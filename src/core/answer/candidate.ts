import type { Passage } from '../passage.ts';

/**
 * A passage that may answer. `score`: how much speaks for it, in any range; `share`: how much of the trust in all it
 * gets, 0–1; `near`: how near it comes to the best held here, 1 for the best; `trust`: how likely it answers, 0–1; `likeness`: to a known phrasing, 0–1; `coverage`: of
 * the question's subject, 0–1.
 */
export type Candidate = {
  passage: Passage;
  clues: number[];
  score: number;
  share: number;
  near: number;
  trust: number;
  likeness: number;
  coverage: number;
};

/** Whether it only tells that a matter is not held here. */
export function isElsewhere({ passage }: Candidate): boolean {
  return passage.facts.kind === 'elsewhere';
}

/** The candidate with the trust of another that it stands in for. */
export function inPlaceOf(one: Candidate, { score, share, near, trust }: Candidate): Candidate {
  return { ...one, score, share, near, trust };
}

/** The same candidates with one of them first, in the place of the one that was. */
export function ahead(one: Candidate, ranked: Candidate[]): Candidate[] {
  return [inPlaceOf(one, ranked[0] ?? one), ...ranked.filter((other) => other !== one)];
}

/** The article or target a passage stands at. */
export function placeOf({ document, locator }: Passage): string {
  return `${document}|${/^Điều \d+/.exec(locator)?.[0] ?? locator}`;
}
