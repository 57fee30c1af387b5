import { isLegal, isSyllable, markedLetter, untone } from './syllable.ts';

const spaced = /(?<![\p{L}\p{N}])\p{L}([ .\-_*·])\p{L}(?:\1\p{L}){2,}(?![\p{L}\p{N}])/gu;

/**
 * Letters typed one by one ("g i ú p", "đ.á.n.h") joined: four or more in a row that make one syllable, or that fall
 * into syllables in exactly one way. Anything else, such as a list "a b c d", stays.
 */
export function joinSpaced(text: string): string {
  return text.replace(spaced, (letters: string, mark: string) => {
    const joined = letters.split(mark).join('');
    const lower = joined.toLowerCase();
    if (isSyllable(lower) || isBareSyllable(lower)) return joined;
    const ways = lower.length <= 40 ? splits(lower, 0, new Map()) : [];
    const only = ways.length === 1 ? ways[0] : undefined;
    if (!only) return letters;
    let at = 0;
    return only
      .map((part) => {
        at += part.length;
        return joined.slice(at - part.length, at);
      })
      .join(' ');
  });
}

/** A syllable without diacritics, stop endings included: "danh", "giup". */
function isBareSyllable(word: string): boolean {
  const parts = untone(word);
  return parts !== null && parts.tone === 0 && isLegal(parts.plain, 1);
}

/** Up to two ways to fall into syllables; two are as good as many. */
function splits(word: string, from: number, known: Map<number, string[][]>): string[][] {
  if (from === word.length) return [[]];
  const before = known.get(from);
  if (before) return before;
  const ways: string[][] = [];
  for (let end = from + 2; end <= word.length && end - from <= 7 && ways.length < 2; end++) {
    const part = word.slice(from, end);
    if (!isSyllable(part) || (part.length < 3 && !markedLetter.test(part))) continue;
    for (const rest of splits(word, end, known)) if (ways.length < 2) ways.push([part, ...rest]);
  }
  known.set(from, ways);
  return ways;
}
