import { isSyllable } from './syllable.ts';

/** What code page 1252 shows for the bytes 0x80–0x9F; the undefined five stay themselves. */
const shown = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteOf = new Map([...shown].map((letter, at) => [letter, 0x80 + at]));
const next = `[\\u0080-\\u00bf${shown}]`;
const sequence = new RegExp(`[\\u00c2-\\u00c6]${next}|[\\u00e1\\u00e2]${next}{2}|\\u00f0${next}{3}`, 'g');
const vietnamese = /^[àáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]$/i;
/** Capitals mid-text with a no-break space after them are ordinary: "ĐÃ BỊ". */
const doubtful = /^[\u00c2\u00c3]\u00a0$/;
/** Three-byte letters and "Æ°" are written by nothing but a wrong code page. */
const certain = /^(?:\u00e1[\u00ba\u00bb]|\u00c6[°¡]|\u00c4[‘\u0091ƒ])/;

/**
 * Text that was UTF-8 and was read as Latin-1 or code page 1252 ("giá»›i"), read again. Comes back unchanged unless at
 * least one Vietnamese letter is certain or two are likely.
 */
export function repairMojibake(text: string): string {
  if (!/[\u00c2-\u00c6\u00e1\u00e2\u00f0]/.test(text)) return text;
  const found = (text.match(sequence) ?? []).filter((one) => !doubtful.test(one));
  const likely = found.filter((one) => vietnamese.test(decode(one) ?? ''));
  const nested = found.filter((one) => /^[\u00c3ÄÆáâ\u00c2]$/.test(decode(one) ?? ''));
  if (!likely.some((one) => certain.test(one)) && likely.length < 2 && nested.length < 2) {
    if (likely.length !== 1 || !insideWord(text, likely[0] ?? '')) return text;
  }
  const again = text.replace(sequence, (one) => decode(one) ?? one).normalize('NFC');
  // Read wrongly twice: the next round reads it once more, and only then are halves really lost.
  return again.match(sequence) ? again : mend(again).normalize('NFC');
}

/** A capital followed by a sign in the middle of a lower-case word: "bÃ¬nh". */
function insideWord(text: string, one: string): boolean {
  const at = text.indexOf(one);
  return /[a-z]$/.test(text.slice(0, at)) && /[¡-¿]/.test(one.charAt(1));
}

function decode(letters: string): string | null {
  const bytes = [...letters].map((letter) => byteOf.get(letter) ?? letter.charCodeAt(0));
  const [lead = 0, ...rest] = bytes;
  if (rest.some((byte) => byte < 0x80 || byte > 0xbf)) return null;
  const bits = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & (0xff >> (rest.length + 2)));
  const least = [0, 0x80, 0x800, 0x10000][rest.length] ?? 0;
  return bits < least || bits > 0x10ffff || (bits >= 0xd800 && bits < 0xe000) ? null : String.fromCodePoint(bits);
}

/** Letters whose second half was lost on the way: "Ã " whose blank was the half, "Ã" before a letter, "ngÆ°á»i". */
function mend(text: string): string {
  return text
    .replace(/ưá»(?=i|ng|n)/g, 'ườ')
    .replace(/(\p{Ll}{0,8})Ã (\p{Ll}{0,8})/gu, (_, before: string, after: string) =>
      after !== '' && isSyllable(`${before}à${after}`) ? `${before}à${after}` : `${before}à ${after}`,
    )
    .replace(/(?<=\p{Ll})Ã(?=\p{Ll}|\P{L}|$)/gu, 'í');
}
