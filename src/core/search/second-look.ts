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
  const table = (hits: Hit[], words: Token[]) => cluesOf(hits, words, { index, places, titles, whole, long });
  const weigh = (hits: Hit[], words: Token[]) => {
    const weighed = table(hits, words);
    return hits.map((_, at) => [...weighed.subarray(at * clues.length, (at + 1) * clues.length)]);
  };
  const sharesOf = (hits: Hit[], words: Token[]) => {
    const weighed = table(hits, words);
    const scores = hits.map((_, at) => score(weighed, at));
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

/** What the clues of hit `at` come to. */
function score(weighed: Float64Array, at: number): number {
  let score = 0;
  for (let which = 0; which < clues.length; which++)
    score += (weighed[at * clues.length + which] ?? 0) * (looks[which] ?? 0);
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

/** The clues of all hits in one table, hit by hit. */
function cluesOf(hits: Hit[], words: Token[], { index, places, titles, whole, long }: Read): Float64Array {
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
  const weighed = new Float64Array(hits.length * clues.length);
  stands.forEach((place, at) => {
    const row = index.rows[place];
    if (!row) return;
    const title = whole[place] ?? 0;
    let titleMet = 0;
    for (let word = 0; word < row.title.length; word++)
      if (single.has(row.title[word] ?? 0)) titleMet += titles[place]?.[word] ?? 0;
    const from = at * clues.length;
    weighed[from] = (hits[at]?.score ?? 0) / best;
    weighed[from + 1] = (met.score[at] ?? 0) / best;
    weighed[from + 2] = allPairs === 0 ? 0 : (met.told[at] ?? 0) / allPairs;
    weighed[from + 3] = title === 0 ? 0 : titleMet / title;
    weighed[from + 4] = Math.log1p((company.get(row.group) ?? 1) - 1);
    weighed[from + 5] = long[place]?.title ?? 0;
    weighed[from + 6] = long[place]?.body ?? 0;
  });
  return weighed;
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
