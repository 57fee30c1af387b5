import { dimensionOf, pairsOf } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';

/**
 * What words and pairs of words mean, as points in a space of few dimensions: those people use for one matter lie near
 * one another ("ăn bám", "lăng mạ"). Learned by `npm run fit -- senses` from which phrasings ask for which passage.
 */
export type Senses = {
  width: number;
  /** Where the point of a term stands in the table, by the term's dimension. */
  rows: ReadonlyMap<number, number>;
  /** All points, one after another; only their directions matter. */
  table: Int8Array;
};

/** A direction of length 1; all zero where no word is known. */
export type Sense = Float32Array;

/** How often the words and pairs of some word sequences are said. */
export function saidIn(texts: Token[][]): Map<string, number> {
  const said = new Map<string, number>();
  for (const words of texts)
    for (const term of [...words.map((word) => word.folded), ...pairsOf(words)])
      said.set(term, (said.get(term) ?? 0) + 1);
  return said;
}

/** The sense of all that is said together; what is said often counts more, but not as often as it is said. */
export function senseOf(said: ReadonlyMap<string, number>, { width, rows, table }: Senses): Sense {
  const sense = new Float32Array(width);
  for (const [term, times] of said) {
    const row = rows.get(dimensionOf(term));
    if (row === undefined) continue;
    const weight = 1 + Math.log(times);
    for (let at = 0; at < width; at++) sense[at] = (sense[at] ?? 0) + weight * (table[row * width + at] ?? 0);
  }
  const length = Math.sqrt(nearness(sense, sense));
  return length === 0 ? sense : sense.map((value) => value / length);
}

/** How near two senses are, −1 to 1; 0 when one says nothing known. */
export function nearness(one: Sense, other: Sense): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
