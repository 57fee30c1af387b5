import type { Hit } from '../ports.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { PassageIndex } from './index-passages.ts';
import { postingsOf, spanOf } from './postings.ts';
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
  shares: (hits: Hit[], words: Token[]) => number[];
  weigh: (hits: Hit[], words: Token[]) => number[][];
} {
  const places = new Map(index.rows.map((row, at) => [row.id, at]));
  const tells = (dimension: number) => index.idf.get(dimension) ?? 0;
  const titles = index.rows.map((row) => row.title.map(tells));
  const whole = titles.map(sum);
  const long = index.rows.map((row) => ({ title: Math.log1p(row.titleWords), body: Math.log1p(row.bodyWords) }));
  const weigh = (hits: Hit[], words: Token[]) => cluesOf(hits, words, { index, places, titles, whole, long });
  const sharesOf = (hits: Hit[], words: Token[]) => {
    const scores = weigh(hits, words).map(score);
    const best = Math.max(...scores);
    const shares = scores.map((one) => Math.exp(one - best));
    const all = shares.reduce((sum, one) => sum + one, 0);
    return shares.map((one) => one / all);
  };
  return {
    weigh,
    /** The share of trust in each hit, 0–1, in the order of the hits. */
    shares: sharesOf,
    /** The same hits in the order of the second look; the score is the share of trust in each. */
    again: (hits, words) => {
      const shares = sharesOf(hits, words);
      return hits
        .map((hit, at) => ({ id: hit.id, score: shares[at] ?? 0 }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    },
  };
}

function score(weighed: number[]): number {
  let score = 0;
  for (let at = 0; at < weighed.length; at++) score += (weighed[at] ?? 0) * (looks[at] ?? 0);
  return score;
}

/** An index with the place of each row by id, how telling a title is, by word and whole, and how long title and body are. */
type Read = {
  index: PassageIndex;
  places: Map<string, number>;
  titles: number[][];
  whole: number[];
  long: Array<{ title: number; body: number }>;
};

function cluesOf(hits: Hit[], words: Token[], { index, places, titles, whole, long }: Read): number[][] {
  const single = new Set(words.map((word) => dimensionOf(word.folded)));
  const pairs = new Set<number>();
  words.forEach((word, at) => {
    const before = words[at - 1];
    if (before) pairs.add(dimensionOf(`${before.folded}_${word.folded}`));
  });
  const tells = (dimension: number) => index.idf.get(dimension) ?? 0;
  const allPairs = sum([...pairs].map(tells));
  const best = Math.max(...hits.map((hit) => hit.score), 1e-9);
  const stands = hits.map((hit) => places.get(hit.id) ?? -1);
  const company = new Map<string, number>();
  for (const place of stands) {
    const group = index.rows[place]?.group ?? '';
    company.set(group, (company.get(group) ?? 0) + 1);
  }
  const met = pairsMet(stands, pairs, tells, index);
  return stands.map((place, at) => {
    const row = index.rows[place];
    if (!row) return clues.map(() => 0);
    const title = whole[place] ?? 0;
    let titleMet = 0;
    for (let word = 0; word < row.title.length; word++)
      if (single.has(row.title[word] ?? 0)) titleMet += titles[place]?.[word] ?? 0;
    return [
      (hits[at]?.score ?? 0) / best,
      (met.score[at] ?? 0) / best,
      allPairs === 0 ? 0 : (met.told[at] ?? 0) / allPairs,
      title === 0 ? 0 : titleMet / title,
      Math.log1p((company.get(row.group) ?? 1) - 1),
      long[place]?.title ?? 0,
      long[place]?.body ?? 0,
    ];
  });
}

/** Of each hit (`stands`: its row), what the question's pairs weigh in it, and how telling those are. Few rows hold any one pair. */
function pairsMet(
  stands: number[],
  pairs: Set<number>,
  tells: (dimension: number) => number,
  index: PassageIndex,
): { score: number[]; told: number[] } {
  const [score, told] = [stands.map(() => 0), stands.map(() => 0)];
  const postings = postingsOf(index.rows);
  /** One more than the place of the hit; 0 for the other rows. */
  const hitOf = new Uint16Array(index.rows.length);
  stands.forEach((place, at) => {
    if (place >= 0) hitOf[place] = at + 1;
  });
  for (const pair of pairs) {
    const [from, to] = spanOf(postings, pair);
    const own = tells(pair);
    for (let which = from; which < to; which++) {
      const at = (hitOf[postings.rows[which] ?? 0] ?? 0) - 1;
      if (at < 0) continue;
      score[at] = (score[at] ?? 0) + (postings.weights[which] ?? 0) * own * pairWeight;
      told[at] = (told[at] ?? 0) + own;
    }
  }
  return { score, told };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
