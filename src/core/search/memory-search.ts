import type { Hit, Search, SearchQuery } from '../ports.ts';
import { holdsOn } from '../passage.ts';
import type { IndexRow } from './index-passages.ts';

type Span = { inForceFrom: string; inForceTo: string | null };

/**
 * The search port in process, over the same weights as the database: for when the database is down or has no vector
 * type. Scores are rounded to single precision, as `sparsevec` stores them, so both rank alike.
 */
export function memorySearch(rows: IndexRow[], spanOf: (id: string) => Span | undefined): Search {
  const postings = new Map<number, Array<[row: number, weight: number]>>();
  rows.forEach((row, at) => {
    for (const [dimension, weight] of row.words) {
      const list = postings.get(dimension) ?? [];
      list.push([at, Math.fround(weight)]);
      postings.set(dimension, list);
    }
  });
  return {
    async search(query: SearchQuery, k: number, day: string): Promise<Hit[]> {
      const scores = new Map<number, number>();
      for (const [dimension, weight] of query.weights)
        for (const [row, tf] of postings.get(dimension) ?? [])
          scores.set(row, (scores.get(row) ?? 0) + tf * Math.fround(weight));
      const hits: Hit[] = [];
      for (const [row, score] of scores) {
        const id = rows[row]?.id;
        const span = id === undefined ? undefined : spanOf(id);
        if (id !== undefined && span && holdsOn(span, day)) hits.push({ id, score });
      }
      return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, k);
    },
  };
}
