const ascii = /^[\x00-\x7f]*$/;

/**
 * The text in lower case, tones and vowel marks off, đ as d. For matching only: "đánh" and "đành" fold alike.
 * Idempotent; letters of other scripts stay what they are.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const letter = simple[text.charCodeAt(at)];
    if (letter === undefined) return foldAny(text);
    folded += letter;
  }
  return folded;
}

function foldAny(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
}

/** Each letter of the Latin blocks that Vietnamese is written with, folded: what stands beside it cannot change that. */
const simple: string[] = [];
for (const [from, to] of [
  [0, 0x24f],
  [0x1ea0, 0x1ef9],
] as const)
  for (let code = from; code <= to; code++) simple[code] = foldAny(String.fromCharCode(code));
