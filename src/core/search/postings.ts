import type { IndexRow } from './index-passages.ts';

/** The rows that have a dimension, by their place, and what they weigh there. */
export type Posting = { rows: Int32Array; weights: Float64Array };

const made = new WeakMap<IndexRow[], Map<number, Posting>>();

/** The rows by dimension: made once for an index, shared by all who read it. */
export function postingsOf(rows: IndexRow[]): Map<number, Posting> {
  const before = made.get(rows);
  if (before) return before;
  const lists = new Map<number, { rows: number[]; weights: number[] }>();
  rows.forEach((row, at) => {
    for (const [dimension, weight] of row.words) {
      const list = lists.get(dimension) ?? { rows: [], weights: [] };
      list.rows.push(at);
      list.weights.push(weight);
      lists.set(dimension, list);
    }
  });
  const postings = new Map(
    [...lists].map(([dimension, list]) => [
      dimension,
      { rows: Int32Array.from(list.rows), weights: Float64Array.from(list.weights) },
    ]),
  );
  made.set(rows, postings);
  return postings;
}
