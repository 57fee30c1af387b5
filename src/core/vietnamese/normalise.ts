import { casedLike } from './case.ts';
import { shorten } from './elongation.ts';
import { undisguise } from './homoglyphs.ts';
import { restoreLeftovers } from './leftovers.ts';
import { repairMojibake } from './mojibake.ts';
import { joinSpaced } from './spaced-letters.ts';
import { joinStrayTones } from './stray-tones.ts';
import { stripControls, stripInvisible } from './strip.ts';
import { markedLetter, placeTone } from './syllable.ts';
import { tokensOf } from './tokens.ts';

/** A word or number. `raw`: lower case, diacritics kept; `folded`: diacritics off; `start`, `end`: UTF-16 offsets in `clean`. */
export type Token = { raw: string; folded: string; start: number; end: number };

/**
 * A message made readable. `clean`: NFC, one line, case kept; `marked`: how many tokens carry Vietnamese diacritics;
 * `truncated`: whether the end was cut off at `maxChars`.
 */
export type Typed = { clean: string; tokens: Token[]; marked: number; truncated: boolean };

/** Cleaning runs until nothing changes; each round only takes away, so more than a few are never needed. */
const maxRounds = 30;

/**
 * Cleans a message as typed: invisible and look-alike characters, wrong code pages, tone placement, drawn-out and
 * spaced letters, input-method leftovers. At most `maxChars` code points (default 2,000). Never throws; idempotent.
 */
export function normalise(text: string, options: { maxChars?: number } = {}): Typed {
  const maxChars = options.maxChars ?? 2_000;
  let truncated = false;
  let clean = text;
  for (let round = 0; round < maxRounds; round++) {
    const visible = stripControls(joinStrayTones(undisguise(repairMojibake(stripInvisible(clean).normalize('NFC')))));
    const bounded = bound(visible, maxChars);
    truncated ||= bounded.length < visible.length;
    const next = restoreLeftovers(joinSpaced(mendWords(bounded)));
    if (next === clean) break;
    clean = next;
  }
  const tokens = tokensOf(clean);
  return { clean, tokens, marked: tokens.filter((token) => markedLetter.test(token.raw)).length, truncated };
}

function bound(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  let units = 0;
  let count = 0;
  for (const letter of text) {
    if (count === maxChars) break;
    count++;
    units += letter.length;
  }
  return text.slice(0, units).trimEnd();
}

const word = /(?<![\p{L}\p{N}/])\p{L}+(?![\p{L}\p{N}])/gu;

/** Drawn-out letters and the place of the tone, word by word. */
function mendWords(text: string): string {
  return text.replace(word, (typed) => {
    const lower = typed.toLowerCase();
    const mended = placeTone(shorten(lower));
    if (mended === lower) return typed;
    return mended.length === typed.length ? letterwise(mended, typed) : casedLike(mended, typed);
  });
}

function letterwise(word: string, like: string): string {
  let cased = '';
  for (let at = 0; at < word.length; at++) {
    const letter = like.charAt(at);
    cased += letter === letter.toLowerCase() ? word.charAt(at) : word.charAt(at).toUpperCase();
  }
  return cased;
}
