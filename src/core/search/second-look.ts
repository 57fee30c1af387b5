import type { Hit } from '../ports.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { IndexRow, PassageIndex } from './index-passages.ts';
import { pairWeight } from './query.ts';
import { looks } from './second-look-weights.ts';
import { dimensionOf } from './terms.ts';

/** How many hits a second look takes in: beyond these the first ranking hardly holds anything useful. */
export const lookAt = 100;

/** What the second look weighs of one hit, in this order. */
export const clues = ['first', 'pairs', 'covered-pairs', 'title-asked', 'company', 'long-title', 'long-body'] as const;

/** Reads hits against the question once more; one for each index, it keeps only where rows stand. */
export function makeSecondLook(index: PassageIndex): {
  again: (hits: Hit[], words: Token[]) => Hit[];
  weigh: (hits: Hit[], words: Token[]) => number[][];
} {
  const rows = new Map(index.rows.map((row) => [row.id, row]));
  const weigh = (hits: Hit[], words: Token[]) => cluesOf(hits, words, rows, index.idf);
  return {
    weigh,
    /** The same hits in the order of the second look; the score is 0–1, the share of trust in each hit. */
    again: (hits, words) => {
      const scores = weigh(hits, words).map(score);
      const best = Math.max(...scores);
      const shares = scores.map((one) => Math.exp(one - best));
      const all = shares.reduce((sum, one) => sum + one, 0);
      return hits
        .map((hit, at) => ({ id: hit.id, score: (shares[at] ?? 0) / all }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    },
  };
}

function score(weighed: number[]): number {
  return weighed.reduce((sum, value, at) => sum + value * (looks[at] ?? 0), 0);
}

function cluesOf(hits: Hit[], words: Token[], rows: Map<string, IndexRow>, idf: Map<number, number>): number[][] {
  const single = new Set(words.map((word) => dimensionOf(word.folded)));
  const pairs = new Set<number>();
  words.forEach((word, at) => {
    const before = words[at - 1];
    if (before) pairs.add(dimensionOf(`${before.folded}_${word.folded}`));
  });
  const tells = (dimension: number) => idf.get(dimension) ?? 0;
  const allPairs = sum([...pairs].map(tells));
  const best = Math.max(...hits.map((hit) => hit.score), 1e-9);
  const company = new Map<string, number>();
  for (const hit of hits) {
    const group = rows.get(hit.id)?.group ?? '';
    company.set(group, (company.get(group) ?? 0) + 1);
  }
  return hits.map((hit) => {
    const row = rows.get(hit.id);
    if (!row) return clues.map(() => 0);
    let pairScore = 0;
    let pairsMet = 0;
    for (const pair of pairs) {
      const weight = weightAt(row.words, pair);
      if (weight === 0) continue;
      pairScore += weight * tells(pair) * pairWeight;
      pairsMet += tells(pair);
    }
    const title = sum(row.title.map(tells));
    const titleMet = sum(row.title.filter((one) => single.has(one)).map(tells));
    return [
      hit.score / best,
      pairScore / best,
      allPairs === 0 ? 0 : pairsMet / allPairs,
      title === 0 ? 0 : titleMet / title,
      Math.log1p((company.get(row.group) ?? 1) - 1),
      Math.log1p(row.titleWords),
      Math.log1p(row.bodyWords),
    ];
  });
}

/** The weight of a dimension in an ascending vector; 0 when it has none. */
function weightAt(words: IndexRow['words'], dimension: number): number {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [at, weight] = words[middle] ?? [0, 0];
    if (at === dimension) return weight;
    if (at < dimension) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
