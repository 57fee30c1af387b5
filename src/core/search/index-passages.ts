import { dimensionOf, termsOf, wordsOf } from './terms.ts';

/** A passage as the index sees it. Field weights follow where people's words stand in legal text. */
export type Indexable = { id: string; title: string; document: string; body: string; ask: string[] };

/** One passage's sparse vector: what BM25 knows of it before the question comes. */
export type IndexRow = { id: string; words: Array<[dimension: number, weight: number]> };

/** All vectors, and how telling each dimension is (inverse document frequency). */
export type PassageIndex = { rows: IndexRow[]; idf: Map<number, number> };

const k1 = 1.2;
const fields = [
  { name: 'title', weight: 3, b: 0.6 },
  { name: 'document', weight: 1, b: 0.2 },
  { name: 'body', weight: 1, b: 0.75 },
  { name: 'ask', weight: 2, b: 0.4 },
] as const;

/**
 * Weighs every passage by BM25F (Robertson & Zaragoza): term counts of all fields are joined before saturation, each
 * divided by its field's length, so that a word in the title counts more than one in a long body.
 */
export function indexPassages(passages: Indexable[]): PassageIndex {
  const bags = passages.map((passage) =>
    fields.map(({ name }) => {
      const parts = name === 'ask' ? passage.ask : [passage[name]];
      return parts.flatMap((part) => termsOf(wordsOf(part)));
    }),
  );
  const means = fields.map((_, at) => mean(bags.map((bag) => bag[at]?.length ?? 0)));
  const holders = new Map<number, number>();
  const rows = passages.map((passage, at) => {
    const counts = new Map<number, number>();
    fields.forEach(({ weight, b }, field) => {
      const bag = bags[at]?.[field] ?? [];
      const length = 1 - b + (b * bag.length) / Math.max(1, means[field] ?? 1);
      for (const term of bag) {
        const dimension = dimensionOf(term);
        counts.set(dimension, (counts.get(dimension) ?? 0) + weight / length);
      }
    });
    for (const dimension of counts.keys()) holders.set(dimension, (holders.get(dimension) ?? 0) + 1);
    const words = [...counts]
      .map(([dimension, count]): [number, number] => [dimension, (count * (k1 + 1)) / (count + k1)])
      .sort((a, b) => a[0] - b[0]);
    return { id: passage.id, words };
  });
  const idf = new Map<number, number>();
  for (const [dimension, count] of holders)
    idf.set(dimension, Math.log(1 + (passages.length - count + 0.5) / (count + 0.5)));
  return { rows, idf };
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
