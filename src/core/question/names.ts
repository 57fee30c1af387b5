import { fold } from '../vietnamese/fold.ts';

/** Folded letters and digits with single spaces, padded, so that a phrase is found at word ends only. */
export function matchable(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()} `;
}

/** The longest of `names` that occurs in `haystack` (both matchable), or `null`. */
export function longestNamed(haystack: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  for (const name of names)
    if ((best === null || name.length > best.length) && haystack.includes(name) && name.trim().length > 1) best = name;
  return best;
}
