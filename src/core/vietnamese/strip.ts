/** Zero-width and bidi characters, fillers, private use, lone surrogates, the replacement character. Not U+00AD. */
const invisible =
  /(?!\u00ad)\p{Cf}|[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufffd\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|\p{Cs}|\p{Co}/gu;
const blank = /[\s\u0085\u2800]+/g;
const control = /[\u0000-\u001f\u007f-\u009f\u00ad]/g;
/** Combining marks that found no letter to sit on, such as a strike through. */
const loose = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Takes out what nobody sees. U+0080–U+009F and U+00AD stay: a wrong code page hides letters in them. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Takes out control characters and loose marks, and makes every run of blanks one space. */
export function stripControls(text: string): string {
  return text.replace(blank, ' ').replace(control, '').replace(loose, '').replace(/ {2,}/g, ' ').trim();
}
