import type { IndexRow } from './index-passages.ts';

/**
 * Which rows have a term, and what it weighs there. All terms share three long tables: a table for each would cost
 * more than what is in it.
 */
export type Postings = {
  /** The number of a term, by its dimension. */
  numbers: Map<number, number>;
  /** Term `n` stands in `rows` and `weights` from `starts[n]` up to `starts[n + 1]`. */
  starts: Int32Array;
  rows: Int32Array;
  weights: Float64Array;
};

const made = new WeakMap<IndexRow[], Postings>();

/** The rows by term: made once for an index, shared by all who read it. */
export function postingsOf(rows: IndexRow[]): Postings {
  const before = made.get(rows);
  if (before) return before;
  const postings = collect(rows);
  made.set(rows, postings);
  return postings;
}

/** From where to where a term stands in the tables; an empty span for one that no row has. */
export function spanOf({ numbers, starts }: Postings, dimension: number): [from: number, to: number] {
  const number = numbers.get(dimension);
  return number === undefined ? [0, 0] : [starts[number] ?? 0, starts[number + 1] ?? 0];
}

function collect(all: IndexRow[]): Postings {
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  for (const { dimensions } of all)
    for (const dimension of dimensions) {
      const number = numbers.get(dimension) ?? numbers.size;
      numbers.set(dimension, number);
      sizes[number] = (sizes[number] ?? 0) + 1;
    }
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, number) => {
    starts[number + 1] = (starts[number] ?? 0) + size;
  });
  const free = starts.slice();
  const [rows, weights] = [new Int32Array(starts.at(-1) ?? 0), new Float64Array(starts.at(-1) ?? 0)];
  all.forEach((row, at) => {
    row.dimensions.forEach((dimension, place) => {
      const number = numbers.get(dimension) ?? 0;
      const next = free[number] ?? 0;
      free[number] = next + 1;
      rows[next] = at;
      weights[next] = row.weights[place] ?? 0;
    });
  });
  return { numbers, starts, rows, weights };
}
