import type { Token } from '../vietnamese/normalise.ts';
import type { Library } from './library.ts';

/** How well a passage fits a question, each from 0 (not at all) to 1. */
export type Evidence = {
  /** The share of the question's subject, by how telling its words are, that the passage speaks of. */
  coverage: number;
  /** The likeness to the nearest way people are known to ask for this passage. */
  likeness: number;
};

/** A word of the subject, and other words that would say the same. */
export type Subject = { word: string; others: string[] };

/** Weighs the evidence that passage `id` answers a question on these subjects, put in these words. */
export function evidenceFor(id: string, subjects: Subject[], words: Token[], library: Library): Evidence {
  const own = library.wordsOf.get(id);
  let met = 0;
  let asked = 0;
  for (const { word, others } of subjects) {
    const tells = library.tellsOf(word);
    asked += tells;
    if (own?.has(word)) met += tells;
    else if (others.some((other) => own?.has(other))) met += tells * 0.9;
  }
  const bag = bagOf(words);
  let likeness = 0;
  for (const phrasing of library.phrasings.get(id) ?? [])
    likeness = Math.max(likeness, alike(bag, bagOf(phrasing), library));
  return { coverage: asked === 0 ? 0 : met / asked, likeness };
}

function bagOf(words: Token[]): Set<string> {
  const bag = new Set<string>();
  words.forEach((word, at) => {
    bag.add(word.folded);
    const before = words[at - 1];
    if (before) bag.add(`${before.folded}_${word.folded}`);
  });
  return bag;
}

/** Dice coefficient weighted by how telling each term is. */
function alike(a: Set<string>, b: Set<string>, library: Library): number {
  let common = 0;
  let all = 0;
  for (const term of a) {
    const tells = weightOf(term, library);
    all += tells;
    if (b.has(term)) common += 2 * tells;
  }
  for (const term of b) all += weightOf(term, library);
  return all === 0 ? 0 : common / all;
}

function weightOf(term: string, library: Library): number {
  return term.includes('_') ? library.tellsOf(term) * 0.4 : library.tellsOf(term);
}
