import { fold } from '../core/vietnamese/fold.ts';

/** How many places of a text's mark are not zero. */
const marks = 8;

/**
 * A stand-in for an embedding model that knows a little meaning: learnt from the corpus alone, words are alike that stand
 * in the same texts (random indexing). Deterministic; vectors have unit length.
 */
export function learnMeaning(texts: string[], dimensions: number): (text: string) => Float32Array {
  const wordsOf = (text: string) =>
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
  /** Pairs of syllables are what Vietnamese words are made of. */
  const termsOf = (text: string) => {
    const words = wordsOf(text);
    return [...new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])];
  };
  const seenIn = new Map<string, number[]>();
  for (const [at, text] of texts.entries())
    for (const term of termsOf(text)) {
      const before = seenIn.get(term);
      if (before) before.push(at);
      else seenIn.set(term, [at]);
    }
  const vectors = new Map<string, { vector: Float32Array; weight: number }>();
  for (const [term, at] of seenIn) {
    // What stands everywhere tells nothing, what stands once is like nothing.
    if (at.length < 2 || at.length > texts.length / 10) continue;
    const vector = new Float32Array(dimensions);
    for (const text of at)
      for (let mark = 0; mark < marks; mark++) {
        const hash = Math.imul((text + 1) * 31 + mark, 2654435761) >>> 0;
        const place = hash % dimensions;
        vector[place] = (vector[place] ?? 0) + (hash & 0x40000000 ? 1 : -1);
      }
    vectors.set(term, { vector: unit(vector), weight: Math.log(texts.length / at.length) });
  }
  return (text) => {
    const sum = new Float32Array(dimensions);
    for (const term of termsOf(text)) {
      const known = vectors.get(term);
      if (!known) continue;
      for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + known.weight * (known.vector[at] ?? 0);
    }
    return unit(sum);
  };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((one) => one / length);
}
