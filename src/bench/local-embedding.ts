import { fold } from '../core/vietnamese/fold.ts';

/**
 * A deterministic stand-in for an embedding model, for measuring and testing without one: folded syllables and pieces of
 * them, hashed into `dimensions` places, of unit length. It knows no meaning; what it proves is the plumbing and fusing.
 */
export function localEmbedding(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const add = (piece: string, weight: number) => {
    let hash = 2166136261;
    for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 16777619);
    const place = (hash >>> 1) % dimensions;
    vector[place] = (vector[place] ?? 0) + (hash & 1 ? weight : -weight);
  };
  words.forEach((word, at) => {
    add(word, 1);
    if (at > 0) add(`${words[at - 1]} ${word}`, 1.5);
  });
  const length = Math.hypot(...vector) || 1;
  return vector.map((one) => one / length);
}
