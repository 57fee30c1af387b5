import { fold } from './fold.ts';
import { isSyllable, markedLetter } from './syllable.ts';

const roman = /^x{0,3}(?:ix|iv|v?i{0,3})$/;
const vowel = /[aeiouy]/;

/** Words whose tone is left off so often that only one reading is real. Stop endings always carry sắc or nặng. */
const halfTyped = new Map([
  ['đươc', 'được'],
  ['nươc', 'nước'],
  ['biêt', 'biết'],
  ['viêc', 'việc'],
  ['môt', 'một'],
  ['luât', 'luật'],
  ['đôc', 'độc'],
  ['trươc', 'trước'],
]);

/**
 * A lower-case word of letters without its drawn-out letters: "ơiiii" → "ơi", "quáaaa" → "quá", "hmmmm" → "hmm".
 * Pairs are shortened only at the end and only where no word is written so; "III" and "www" stay.
 */
export function shorten(word: string): string {
  const folded = fold(word);
  if (folded.length !== word.length || folded === 'www') return word;
  let short = '';
  const sounded = vowel.test(folded);
  const ordinal = roman.test(word);
  for (let at = 0; at < word.length; ) {
    let end = at + 1;
    while (end < word.length && folded[end] === folded[at]) end++;
    const run = word.slice(at, end);
    if (run.length === 1 || ordinal) short += run;
    else if (run.length > 2) short += sounded ? richest(run) : run.slice(0, 2);
    else short += end === word.length && pairIsDrawn(short, run) ? richest(run) : run;
    at = end;
  }
  return halfTyped.get(short) ?? short;
}

/** Whether the pair at a word's end is one letter held long: "đượcc", "nhéé", "dii"; not "call", "nhaa" or "đánhh" alone. */
function pairIsDrawn(before: string, pair: string): boolean {
  const once = before + richest(pair);
  if (!isSyllable(once)) return false;
  return markedLetter.test(once) || (/^(?:ii|uu|yy)$/.test(pair) && before !== '');
}

/** The letter of a run that carries most marks: "áaa" → "á". */
function richest(run: string): string {
  return [...run].reduce((best, letter) =>
    letter.normalize('NFD').length > best.normalize('NFD').length ? letter : best,
  );
}
