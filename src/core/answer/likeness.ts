import type { Token } from '../vietnamese/normalise.ts';
import { bagOf, type Entry, type Phrasing } from './entry.ts';
import type { Library } from './library.ts';

/** How near a question comes to the nearest way people are known to ask for a passage. Shares from 0 to 1. */
export type Likeness = {
  /** Dice coefficient weighted by how telling each word and pair is. */
  dice: number;
  /** How much of that phrasing the question says. */
  phrasingMet: number;
  /** How much of the question that phrasing says. */
  askedMet: number;
};

/** A question as it is compared with phrasings. */
export type Compared = { bag: Phrasing; weight: number };

export function comparedOf(words: Token[], library: Library): Compared {
  const bag = bagOf(words);
  return { bag, weight: weightOf(bag, library) };
}

export function likenessTo(entry: Entry, asked: Compared, library: Library): Likeness {
  let best: Likeness = { dice: 0, phrasingMet: 0, askedMet: 0 };
  for (const phrasing of entry.phrasings) {
    let common = 0;
    for (const term of asked.bag) if (phrasing.has(term)) common += termWeight(term, library);
    if (common === 0) continue;
    const own = knownWeight(phrasing, library);
    const dice = (2 * common) / Math.max(1e-9, own + asked.weight);
    if (dice > best.dice)
      best = { dice, phrasingMet: common / Math.max(1e-9, own), askedMet: common / Math.max(1e-9, asked.weight) };
  }
  return best;
}

/** The weight of a known phrasing, reckoned once. */
function knownWeight(phrasing: Phrasing, library: Library): number {
  const before = library.weights.get(phrasing);
  if (before !== undefined) return before;
  const weight = weightOf(phrasing, library);
  library.weights.set(phrasing, weight);
  return weight;
}

function weightOf(bag: Phrasing, library: Library): number {
  let sum = 0;
  for (const term of bag) sum += termWeight(term, library);
  return sum;
}

function termWeight(term: string, library: Library): number {
  return term.includes('_') ? library.tellsOf(term) * 0.4 : library.tellsOf(term);
}
