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
 * A lower-case word of letters without its drawn-out letters: "ơiiii" → "ơi", "quáaaa" → "quá". Pairs are shortened
 * only at the end and only where no word is written so. Words without a vowel ("kkk", "BTTTT") and "III" stay.
 */
export function shorten(word: string): string {
  const folded = fold(word);
  if (folded.length !== word.length || !vowel.test(folded) || roman.test(word)) return word;
  if (!hasRun(folded)) return halfTyped.get(word) ?? word;
  let short = '';
  for (let at = 0; at < word.length; ) {
    let end = at + 1;
    while (end < word.length && folded[end] === folded[at]) end++;
    const run = word.slice(at, end);
    if (run.length > 2) short += drawn(short, run);
    else if (run.length === 2 && end === word.length && pairIsDrawn(short, run)) short += richest(run);
    else short += run;
    at = end;
  }
  return halfTyped.get(short) ?? short;
}

/** Whether a letter stands twice on end; most words have none to shorten. */
function hasRun(word: string): boolean {
  for (let at = 1; at < word.length; at++) if (word.charCodeAt(at) === word.charCodeAt(at - 1)) return true;
  return false;
}

/** A long run as one letter, but "cứuuu" is "cứu" and "cuuuu" is somebody calling for help ("cuu"). */
function drawn(before: string, run: string): string {
  const horned = /^[ưứừửữự]/.exec(run)?.[0];
  if (horned && run.endsWith('u')) return `${horned}u`;
  return /^u+$/.test(run) && /^[cl]$/.test(before) ? 'uu' : richest(run);
}

/** Whether the pair at a word's end is one letter held long: "đượcc", "nhéé", "maii"; not "call", "nhaa", "cứu", "cuu". */
function pairIsDrawn(before: string, pair: string): boolean {
  const once = before + richest(pair);
  if (/^[ưứừửữự]u$/.test(pair) || !isSyllable(once)) return false;
  return markedLetter.test(once) || (/^(?:ii|yy)$/.test(pair) && before !== '');
}

/** The letter of a run that carries most marks: "áaa" → "á". */
function richest(run: string): string {
  return [...run].reduce((best, letter) =>
    letter.normalize('NFD').length > best.normalize('NFD').length ? letter : best,
  );
}
