/** Letters of other alphabets that look like Latin ones, in pairs. */
const pairs =
  'аa еe оo рp сc хx уy іi јj ѕs ԁd һh ӏl ɡg ԛq ԝw кk мm тt нh вb АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS ԌG ' +
  'αa οo ρp νv ιi υu κk τt ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ıi ɑa ᴀa ᴇe ɪi ᴏo ᴜu';
const latin = new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
/** Small letters that look like a Latin capital: enough to read a mixed word, not to claim a whole one. */
const weak = /[кмтнв]/;
const suspicious = /[\u0131\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u1d00-\u1d7f]/;
const anyWord = /[\p{L}\p{M}]+/gu;
const dressed = /(?![ªº])[\p{L}\p{Nd}]/gu;
const beyondLatin = /[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]/;

/**
 * Letters and digits in fancy dress (full width, mathematical) as plain ones, and look-alikes of other alphabets as
 * Latin. A word wholly in another alphabet stays unless every letter of it passes for Latin and the text is Latin.
 */
export function undisguise(text: string): string {
  if (!beyondLatin.test(text) && !suspicious.test(text)) return text;
  const plain = text.replace(dressed, (letter) => letter.normalize('NFKC')).normalize('NFC');
  if (!suspicious.test(plain)) return plain;
  const latinText = (plain.match(anyWord) ?? []).some(
    (word) => !suspicious.test(word) && /\p{Script=Latin}/u.test(word),
  );
  return plain
    .replace(anyWord, (word) => {
      if (!suspicious.test(word)) return word;
      const decomposed = word.normalize('NFD');
      const letters = [...decomposed].filter((letter) => !/\p{M}/u.test(letter));
      const mixed = letters.some((letter) => /[a-zđ]/i.test(letter));
      const passes = latinText && letters.every((letter) => latin.has(letter) && !weak.test(letter));
      return mixed || passes ? decomposed.replace(/\p{L}/gu, (letter) => latin.get(letter) ?? letter) : word;
    })
    .normalize('NFC');
}
