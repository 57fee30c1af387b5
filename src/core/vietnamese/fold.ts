const ascii = /^[\x00-\x7f]*$/;

/**
 * The text in lower case, tones and vowel marks off, đ as d. For matching only: "đánh" and "đành" fold alike.
 * Idempotent; letters of other scripts stay what they are.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
}
