import { holdsOn } from '../passage.ts';
import type { Hit, Search, SearchQuery } from '../ports.ts';
import type { IndexRow } from './index-passages.ts';
import { postingsOf, spanOf } from './postings.ts';

type Span = { inForceFrom: string; inForceTo: string | null };

/**
 * The search port in process, over the same weights as the database: for when the database is down or has no vector
 * type. Weights are kept in single precision, as `sparsevec` stores them, so both rank alike.
 */
export function memorySearch(rows: IndexRow[], heldFrom: (id: string) => Span | undefined): Search {
  const postings = postingsOf(rows);
  // Reused between questions: a search runs to its end before another starts.
  const scores = new Float64Array(rows.length);
  // Which rows hold on a day changes once a day.
  let known = { day: '', held: new Uint8Array(0) };
  const heldOn = (day: string) => {
    if (known.day !== day) {
      const spans = rows.map((row) => heldFrom(row.id));
      known = { day, held: Uint8Array.from(spans, (span) => (span && holdsOn(span, day) ? 1 : 0)) };
    }
    return known.held;
  };
  return {
    async search(query: SearchQuery, k: number, day: string): Promise<Hit[]> {
      const met: number[] = [];
      for (const [dimension, weight] of query.weights) {
        const [from, to] = spanOf(postings, dimension);
        const single = Math.fround(weight);
        for (let at = from; at < to; at++) {
          const row = postings.rows[at] ?? 0;
          if (scores[row] === 0) met.push(row);
          scores[row] = (scores[row] ?? 0) + Math.fround(postings.weights[at] ?? 0) * single;
        }
      }
      const held = heldOn(day);
      const hits = best(met, scores, k, (row) => held[row] === 1);
      const found = hits.map((row) => ({ id: rows[row]?.id ?? '', score: scores[row] ?? 0 }));
      for (const row of met) scores[row] = 0;
      return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, k);
    },
  };
}

/** At least the `k` best allowed rows and all that tie with the last of them, in no particular order. */
function best(met: number[], scores: Float64Array, k: number, allowed: (row: number) => boolean): number[] {
  let kept: number[] = [];
  let floor = 0;
  const scoreOf = (row: number) => scores[row] ?? 0;
  const trim = () => {
    kept.sort((a, b) => scoreOf(b) - scoreOf(a));
    floor = scoreOf(kept[k - 1] ?? -1);
    kept = kept.filter((row, at) => at < k || scoreOf(row) === floor);
  };
  for (const row of met) {
    if (scoreOf(row) < floor || !allowed(row)) continue;
    kept.push(row);
    if (kept.length >= 4 * k) trim();
  }
  if (kept.length > k) trim();
  return kept;
}
