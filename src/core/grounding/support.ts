import { isStopWord } from '../question/stop-words.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { clausesOf } from './clauses.ts';
import type { Evidence } from './evidence.ts';
import { modal } from './polarity.ts';
import { retells, sentencesIn } from './retold.ts';

/** Words that carry a sentence without saying anything of their own. */
const carrying = new Set(
  'theo quy định trường hợp pháp luật nghĩa tức hiện nay ngoài ra đồng thời cụ thể gồm sau đây như nêu trên người'.split(
    ' ',
  ),
);

/** Whether every sentence of a draft's text retells a sentence of one passage, with that passage's place named or not. */
export function isSupported(text: string, { told }: Evidence): boolean {
  return told.some(({ sentences, names }) => {
    const said = clausesOf(withoutPlaces(text, names));
    return (
      said.some((one) => one.words.some(carries)) &&
      sentencesIn(said).every(({ words }) => sentences.some((one) => retells(words, one)))
    );
  });
}

/** Whether the word says something of its own. */
export function carries(word: Token): boolean {
  return !isStopWord(word) && !modal.has(word.raw) && !carrying.has(word.raw);
}

/** How a rule is pointed at without naming it. */
const rule = 'quy định của pháp luật|quy định|pháp luật';

/** The text without "theo Điều 8 Luật …" and "theo quy định". `names`: of the places and acts that may be pointed at. */
export function withoutPlaces(text: string, names: string[]): string {
  // The longest name counts.
  const known = [...names]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const any = [...known, rule].join('|');
  return text.replace(new RegExp(`(?<!\\p{L})(?:theo|tại)(?:[\\s,]+(?:của )?(?:${any})(?![\\p{L}\\d]))+`, 'giu'), '');
}
