import { fold } from '../vietnamese/fold.ts';
import { normalise } from '../vietnamese/normalise.ts';

/** Phrases and the class each belongs to, as written and folded; `longest` counts words. */
export type WordClasses = { written: Map<string, string>; folded: Map<string, string>; longest: number };

/** Builds the look-up. A phrase in several lists belongs to the first of them. */
export function makeWordClasses(lists: Record<string, string[]>): WordClasses {
  const written = new Map<string, string>();
  const folded = new Map<string, string>();
  let longest = 1;
  for (const [name, phrases] of Object.entries(lists))
    for (const phrase of phrases) {
      const words = normalise(phrase).tokens.map((token) => token.raw);
      const key = words.join(' ');
      longest = Math.max(longest, words.length);
      if (!written.has(key)) written.set(key, name);
      if (!folded.has(fold(key))) folded.set(fold(key), name);
    }
  return { written, folded, longest };
}

/** The words with every known phrase, longest first, replaced by the name of its class: "<partner> <hit> <me>". */
export function generalise(words: string[], names: Map<string, string>, longest: number): string[] {
  const steps: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    let step = words[at] ?? '';
    for (let count = Math.min(longest, words.length - at); count >= 1; count--) {
      const name = names.get(count === 1 ? (words[at] ?? '') : words.slice(at, at + count).join(' '));
      if (name === undefined) continue;
      taken = count;
      step = `<${name}>`;
      break;
    }
    steps.push(step);
    at += taken;
  }
  return steps;
}
