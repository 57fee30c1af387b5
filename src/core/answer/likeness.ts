import type { Token } from '../vietnamese/normalise.ts';
import { bagOf, type Entry } from './entry.ts';
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
 * A question as it is compared with phrasings: what each of its known terms weighs, and all its terms together. The
 * known ones stand in a hash table with open places: `numbers[n]` is one more than the number of a term, 0 where none
 * stands. Most terms of phrasings meet such a place at the first look.
 */
export type Compared = { numbers: Int32Array; weights: Float64Array; weight: number };

/** A power of two, far more than a question has terms. */
const leastPlaces = 2_048;

export function comparedOf(words: Token[], library: Library): Compared {
  const bag = bagOf(words);
  let places = leastPlaces;
  while (places < bag.size * 4) places *= 2;
  const [numbers, weights] = [new Int32Array(places), new Float64Array(places)];
  let weight = 0;
  for (const term of bag) {
    const own = termWeight(term, library.tellsOf);
    weight += own;
    const number = library.terms.get(term);
    if (number === undefined) continue;
    let place = number & (places - 1);
    while (numbers[place] !== 0) place = (place + 1) & (places - 1);
    numbers[place] = number + 1;
    weights[place] = own;
  }
  return { numbers, weights, weight };
}

export function likenessTo(entry: Entry, asked: Compared, library: Library): Likeness {
  const { starts, terms } = entry.phrasings;
  const { numbers, weights } = asked;
  const last = numbers.length - 1;
  const whole = weightsOf(entry, library);
  const best: Likeness = { dice: 0, phrasingMet: 0, askedMet: 0 };
  for (let nth = 0; nth < whole.length; nth++) {
    const to = starts[nth + 1] ?? 0;
    let common = 0;
    for (let at = starts[nth] ?? 0; at < to; at++) {
      const number = (terms[at] ?? 0) + 1;
      let place = (number - 1) & last;
      for (let there = numbers[place]; there !== 0; there = numbers[place]) {
        if (there === number) {
          common += weights[place] ?? 0;
          break;
        }
        place = (place + 1) & last;
      }
    }
    if (common === 0) continue;
    const own = whole[nth] ?? 0;
    const dice = (2 * common) / Math.max(1e-9, own + asked.weight);
    if (dice <= best.dice) continue;
    best.dice = dice;
    best.phrasingMet = common / Math.max(1e-9, own);
    best.askedMet = common / Math.max(1e-9, asked.weight);
  }
  return best;
}

const sums = new WeakMap<Entry, Float64Array>();

/** What all terms of each phrasing weigh. Summed up once. */
function weightsOf(entry: Entry, { termWeights }: Library): Float64Array {
  const before = sums.get(entry);
  if (before) return before;
  const { starts, terms } = entry.phrasings;
  const made = new Float64Array(starts.length - 1);
  for (let nth = 0; nth < made.length; nth++)
    made[nth] = terms.subarray(starts[nth], starts[nth + 1]).reduce((sum, term) => sum + (termWeights[term] ?? 0), 0);
  sums.set(entry, made);
  return made;
}

/** What a word or a pair counts when phrasings are compared. */
export function termWeight(term: string, tellsOf: (term: string) => number): number {
  return term.includes('_') ? tellsOf(term) * 0.4 : tellsOf(term);
}
