import type { SearchQuery } from '../ports.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { dimensionOf, termsOf } from './terms.ts';

/** What a written form with diacritics adds to the same form folded. */
const writtenFormBonus = 0.25;
/** What a pair of syllables counts beside a single one. */
export const pairWeight = 0.7;

/** A word sequence of the question and how much it counts: 1 for typed words, less for words the glossary adds. */
export type QueryPart = { words: Token[]; weight: number };

/** The question as a sparse vector: each known term once, weighted by how telling it is. */
export function makeQuery(parts: QueryPart[], idf: Map<number, number>): SearchQuery {
  const weights = new Map<number, number>();
  for (const { words, weight } of parts)
    for (const term of new Set(termsOf(words))) {
      const dimension = dimensionOf(term);
      const tells = idf.get(dimension);
      if (tells === undefined) continue;
      const form = (term.startsWith('=') ? writtenFormBonus : 1) * (term.includes('_') ? pairWeight : 1);
      weights.set(dimension, Math.max(weights.get(dimension) ?? 0, tells * weight * form));
    }
  return { weights: [...weights].sort((a, b) => a[0] - b[0]) };
}
