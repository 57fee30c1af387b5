import type { Hit } from '../core/ports.ts';
import { localEmbedding } from './local-embedding.ts';
import { learnMeaning } from './meaning.ts';

/** What stands in for an embedding model, by name. */
export const standIns = ['letters', 'meaning'] as const;
export type StandIn = (typeof standIns)[number];

const places = 256;
const mostNear = 50;

/** The passages nearest to a question by a stand-in, compared one by one, nearest first. */
export function denseArm(texts: Array<{ id: string; text: string }>, which: StandIn): (question: string) => string[] {
  const embed =
    which === 'meaning'
      ? learnMeaning(
          texts.map((one) => one.text),
          places,
        )
      : (text: string) => Float32Array.from(localEmbedding(text, places));
  const rows = texts.map(({ id, text }) => ({ id, vector: embed(text) }));
  return (question) => {
    const asked = embed(question);
    const near = (vector: Float32Array) => {
      let sum = 0;
      for (let at = 0; at < places; at++) sum += (asked[at] ?? 0) * (vector[at] ?? 0);
      return sum;
    };
    return rows
      .map((row) => ({ id: row.id, near: near(row.vector) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, mostNear)
      .map((one) => one.id);
  };
}

/** How much the first ranks of a list count beside later ones (reciprocal ranks). */
const steepness = 60;

/** Both lists by reciprocal ranks; `weight` (0 to 1) is the share of the dense arm. */
export function byRanks(lexical: Hit[], dense: string[], weight: number): string[] {
  const scores = new Map<string, number>();
  const add = (id: string, at: number, share: number) =>
    scores.set(id, (scores.get(id) ?? 0) + share / (steepness + at + 1));
  for (const [at, { id }] of lexical.entries()) add(id, at, 1 - weight);
  for (const [at, id] of dense.entries()) add(id, at, weight);
  return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
