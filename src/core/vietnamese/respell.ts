import { isSyllable, markedLetter } from './syllable.ts';

/**
 * A marked word in playful spelling in plain spelling: "chồg" → "chồng", "fải" → "phải", "wên" → "quên".
 * `null` when it needs none
 * or has no certain one; a "z" may be v, d, gi or r, so only the table reads it.
 */
export function respell(word: string): string | null {
  if (!markedLetter.test(word) || isSyllable(word)) return null;
  const made = word
    .replace(/(?<=[^\u0000-\u007fa-z]|[aeiouy])g$/, 'ng')
    .replace(/^f/, 'ph')
    .replace(/^w/, 'qu');
  return made !== word && isSyllable(made) ? made : null;
}
