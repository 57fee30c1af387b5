import { expand } from '../vietnamese/expand.ts';
import type { Token, Typed } from '../vietnamese/normalise.ts';
import { normalise } from '../vietnamese/normalise.ts';
import { withWholeEnd } from '../vietnamese/respell.ts';
import { placeTone } from '../vietnamese/syllable.ts';
import { tokensOf } from '../vietnamese/tokens.ts';

/** Dimensions of the sparse vector: large enough that two terms of a province's law practically never meet. */
export const dimensions = 1_000_000_000;

/** The 32-bit FNV-1a hash of a term as a 1-based dimension below `dimensions`. */
export function dimensionOf(term: string): number {
  let hash = 2166136261;
  for (let at = 0; at < term.length; at++) {
    hash ^= term.charCodeAt(at);
    hash = Math.imul(hash, 16777619);
  }
  return ((hash >>> 0) % (dimensions - 1)) + 1;
}

/** Words of a reviewed text or a question, typed forms resolved, punctuation gone. */
export function wordsOf(text: string): Token[] {
  return wordsIn(normalise(text, { maxChars: 200_000 }));
}

/** The words of a text that was made readable already. */
export function wordsIn({ tokens }: Typed): Token[] {
  return expand(tokens).map(oneSpelling);
}

/**
 * Reads reviewed text: the words `wordsOf` gives, without the mending that only typed messages need. A reader remembers
 * spellings, so one serves many texts; it must never be given a person's words.
 */
export function makeReader(): (text: string) => Token[] {
  const spellings = new Map<string, string>();
  const spelled = (word: Token): Token => {
    let raw = spellings.get(word.raw);
    if (raw === undefined) {
      raw = placeTone(word.raw);
      spellings.set(word.raw, raw);
    }
    return raw === word.raw ? word : { ...word, raw };
  };
  return (text) => expand(tokensOf(text.normalize('NFC')).map(spelled)).map(oneSpelling);
}

/** Drawn-out letters: reading a message mends them, and makes something else of the word. */
const drawnOut = /(\p{L})\1/iu;
const reader = makeReader();

/** The words `wordsOf` gives for text that stands in the knowledge, at a fraction of the work. Never for a person's words. */
export function wordsOfReviewed(text: string): Token[] {
  return drawnOut.test(text) ? wordsOf(text) : reader(text);
}

/**
 * "tiến sĩ" and "tiến sỹ", "tỉ lệ" and "tỷ lệ" are the same words: a final y after one consonant is matched as i. So are
 * "thang" and "thag".
 */
function oneSpelling(word: Token): Token {
  if (/^[bcdghklmnrstvx]{1,2}y$/.test(word.folded)) {
    const raw = word.raw.normalize('NFD').replace(/y/u, 'i').normalize('NFC');
    return { ...word, raw, folded: `${word.folded.slice(0, -1)}i` };
  }
  const whole = withWholeEnd(word.raw);
  return whole === null ? word : { ...word, raw: whole, folded: whole };
}

/**
 * The terms of a word sequence: folded syllables and syllable pairs, so that a question without diacritics finds the
 * same passages; and, marked with "=", the same in their written form, which speak only when they carry diacritics.
 */
export function termsOf(words: Token[]): string[] {
  const terms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word) continue;
    terms.push(word.folded);
    if (word.raw !== word.folded) terms.push(`=${word.raw}`);
    if (!before) continue;
    terms.push(`${before.folded}_${word.folded}`);
    if (word.raw !== word.folded || before.raw !== before.folded) terms.push(`=${before.raw}_${word.raw}`);
  }
  return terms;
}

/** The pairs of neighbouring folded syllables, "bao_luc". */
export function pairsOf(words: Token[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]?.folded}_${word.folded}`);
}
