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

/**
 * A question as it is compared with phrasings: what each of its known terms weighs, by number, and all of them. `maybe`
 * rules out most terms that it does not have, at less than the cost of looking.
 */
export type Compared = { known: ReadonlyMap<number, number>; maybe: Uint8Array; weight: number };

/** A power of two. */
const maybes = 4_096;

export function comparedOf(words: Token[], library: Library): Compared {
  const known = new Map<number, number>();
  const maybe = new Uint8Array(maybes);
  let weight = 0;
  for (const term of bagOf(words)) {
    const own = termWeight(term, library.tellsOf);
    weight += own;
    const number = library.terms.get(term);
    if (number === undefined) continue;
    known.set(number, own);
    maybe[number & (maybes - 1)] = 1;
  }
  return { known, maybe, weight };
}

export function likenessTo(entry: Entry, asked: Compared, library: Library): Likeness {
  let best: Likeness = { dice: 0, phrasingMet: 0, askedMet: 0 };
  const whole = weightsOf(entry, library);
  for (let nth = 0; nth < entry.phrasings.length; nth++) {
    const phrasing = entry.phrasings[nth] as Phrasing;
    let common = 0;
    for (let at = 0; at < phrasing.length; at++) {
      const term = phrasing[at] ?? 0;
      if (asked.maybe[term & (maybes - 1)] === 1) common += asked.known.get(term) ?? 0;
    }
    if (common === 0) continue;
    const own = whole[nth] ?? 0;
    const dice = (2 * common) / Math.max(1e-9, own + asked.weight);
    if (dice > best.dice)
      best = { dice, phrasingMet: common / Math.max(1e-9, own), askedMet: common / Math.max(1e-9, asked.weight) };
  }
  return best;
}

const weights = new WeakMap<Entry, Float64Array>();

/** What all terms of each phrasing weigh. Summed up once. */
function weightsOf(entry: Entry, { termWeights }: Library): Float64Array {
  const before = weights.get(entry);
  if (before) return before;
  const sums = entry.phrasings.map((phrasing) => phrasing.reduce((sum, term) => sum + (termWeights[term] ?? 0), 0));
  const made = Float64Array.from(sums);
  weights.set(entry, made);
  return made;
}

/** What a word or a pair counts when phrasings are compared. */
export function termWeight(term: string, tellsOf: (term: string) => number): number {
  return term.includes('_') ? tellsOf(term) * 0.4 : tellsOf(term);
}
