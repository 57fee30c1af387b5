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

/** A bare word that ends on half an "ng"; of three letters it may be English ("tag", "big"). */
const halfEnd = /^[a-z]{2,}[aeiouy]g$/;

/**
 * A bare word that lost the n of its end, with it: "thag" → "thang"; `null` otherwise. What is matched with known text is
 * mended so; the classifier has learned from words as they are typed.
 */
export function withWholeEnd(word: string): string | null {
  if (!halfEnd.test(word)) return null;
  const made = word.replace(/g$/, 'ng');
  return isSyllable(made) ? made : null;
}
