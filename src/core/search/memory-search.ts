import { holdsOn } from '../passage.ts';
import type { Hit, Search, SearchQuery } from '../ports.ts';
import type { IndexRow } from './index-passages.ts';
import { keepBest } from './keep-best.ts';
import { postingsOf, spanOf } from './postings.ts';

type Span = { inForceFrom: string; inForceTo: string | null };

/**
 * The search port in process, over the same weights as the database: for when the database is down or has no vector
 * type. Weights are kept in single precision, as `sparsevec` stores them, so both rank alike.
 */
export function memorySearch(rows: IndexRow[], heldFrom: (id: string) => Span | undefined): Search {
  const postings = postingsOf(rows);
  const { rows: ofTerm, weights } = postings;
  // Reused between questions: a search runs to its end before another starts.
  const scores = new Float64Array(rows.length);
  const met = new Int32Array(rows.length);
  // Which rows hold on a day changes once a day.
  let known = { day: '', held: new Uint8Array(0) };
  const heldOn = (day: string) => {
    if (known.day !== day) {
      const spans = rows.map((row) => heldFrom(row.id));
      known = { day, held: Uint8Array.from(spans, (span) => (span && holdsOn(span, day) ? 1 : 0)) };
    }
    return known.held;
  };
  const scoreOf = (row: number) => scores[row] ?? 0;
  const idOf = (row: number) => rows[row]?.id ?? '';
  const isWorse = (one: number, other: number) =>
    scoreOf(one) < scoreOf(other) || (scoreOf(one) === scoreOf(other) && idOf(one) > idOf(other));
  return {
    async search(query: SearchQuery, k: number, day: string): Promise<Hit[]> {
      let count = 0;
      for (const [dimension, weight] of query.weights) {
        const [from, to] = spanOf(postings, dimension);
        const single = Math.fround(weight);
        for (let at = from; at < to; at++) {
          const row = ofTerm[at] ?? 0;
          const before = scores[row] ?? 0;
          if (before === 0) met[count++] = row;
          scores[row] = before + Math.fround(weights[at] ?? 0) * single;
        }
      }
      const held = heldOn(day);
      const best = keepBest(k, isWorse);
      for (let at = 0; at < count; at++) {
        const row = met[at] ?? 0;
        if (held[row] === 1) best.offer(row);
      }
      const found = best.inOrder().map((row) => ({ id: idOf(row), score: scoreOf(row) }));
      for (let at = 0; at < count; at++) scores[met[at] ?? 0] = 0;
      return found;
    },
  };
}
