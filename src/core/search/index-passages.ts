import type { Token } from '../vietnamese/normalise.ts';
import { dimensionOf, termsOf } from './terms.ts';

/** A passage as the index sees it, read into words. `group`: the document it belongs to. */
export type Indexable = {
  id: string;
  group: string;
  title: Token[];
  document: Token[];
  body: Token[];
  ask: Token[][];
};

/** One passage's sparse vector: what BM25 knows of it before the question comes; and its shape, for the second look. */
export type IndexRow = {
  id: string;
  group: string;
  /** Its terms, ascending, and what each weighs, in the same order. */
  dimensions: Int32Array;
  weights: Float64Array;
  /** Distinct folded words of the title. */
  title: number[];
  titleWords: number;
  bodyWords: number;
};

/** All vectors, and how telling each dimension is (inverse document frequency). */
export type PassageIndex = { rows: IndexRow[]; idf: Map<number, number> };

const k1 = 1.0;
/** Field weights follow where people's words stand in legal text. */
const fields = [
  { name: 'title', weight: 4, b: 0.3 },
  { name: 'document', weight: 1.5, b: 0.2 },
  { name: 'body', weight: 1, b: 0.75 },
  { name: 'ask', weight: 2, b: 0.4 },
] as const;

/**
 * Weighs every passage by BM25F (Robertson & Zaragoza): term counts of all fields are joined before saturation, each
 * divided by its field's length, so that a word in the title counts more than one in a long body.
 */
export function indexPassages(passages: Indexable[]): PassageIndex {
  const bags = passages.map((passage) =>
    fields.map(({ name }) => (name === 'ask' ? passage.ask.flatMap(termsOf) : termsOf(passage[name])).map(dimensionOf)),
  );
  const means = fields.map((_, at) => mean(bags.map((bag) => bag[at]?.length ?? 0)));
  const holders = new Map<number, number>();
  const rows = passages.map((passage, at): IndexRow => {
    const counts = new Map<number, number>();
    fields.forEach(({ weight, b }, field) => {
      const bag = bags[at]?.[field] ?? [];
      const length = 1 - b + (b * bag.length) / Math.max(1, means[field] ?? 1);
      for (const dimension of bag) counts.set(dimension, (counts.get(dimension) ?? 0) + weight / length);
    });
    for (const dimension of counts.keys()) holders.set(dimension, (holders.get(dimension) ?? 0) + 1);
    const words = [...counts].sort((a, b) => a[0] - b[0]);
    return {
      id: passage.id,
      group: passage.group,
      dimensions: Int32Array.from(words, ([dimension]) => dimension),
      weights: Float64Array.from(words, ([, count]) => (count * (k1 + 1)) / (count + k1)),
      title: [...new Set(passage.title.map((word) => dimensionOf(word.folded)))],
      titleWords: passage.title.length,
      bodyWords: passage.body.length,
    };
  });
  const idf = new Map<number, number>();
  for (const [dimension, count] of holders)
    idf.set(dimension, Math.log(1 + (passages.length - count + 0.5) / (count + 0.5)));
  return { rows, idf };
}

/** The terms of a row with their weights, pair by pair, as a database takes them. */
export function pairedWords({ dimensions, weights }: IndexRow): Array<[dimension: number, weight: number]> {
  return Array.from(dimensions, (dimension, at) => [dimension, weights[at] ?? 0]);
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
