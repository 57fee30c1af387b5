import { isSyllable } from './syllable.ts';
import { readTcvn3 } from './tcvn3.ts';

/** How the words of a text that carry marks are spelled. */
export type Spelling = 'unicode' | 'tcvn3' | 'vni' | 'unreadable' | 'unmarked';

const anyWord = /[A-Za-z\u00a1-\u024f\u1ea0-\u1ef9]+/g;
/** Two letters that VNI fonts write for one: "aù" for "á", "oâ" for "ô", and "ñ" for "đ". */
const vniPair = /[aeouy][ùøûõïâáàåãäêéèúüë]|[öô][ùøûõï]|ñ/i;

/** Which code a text is typed in, judged by whether its marked words are syllables. Needs some hundred words. */
export function spellingOf(text: string): Spelling {
  const words = text.normalize('NFC').match(anyWord) ?? [];
  const marked = words.filter((one) => /[^A-Za-z]/.test(one));
  if (marked.length * 10 < words.length) return 'unmarked';
  const share = (count: number) => count / Math.max(1, marked.length);
  const legal = (one: string) => isSyllable(one.toLowerCase());
  if (share(marked.filter(legal).length) >= 0.85) return 'unicode';
  if (share(marked.filter((one) => legal(readTcvn3(one))).length) >= 0.95) return 'tcvn3';
  return share(marked.filter((one) => vniPair.test(one)).length) >= 0.5 ? 'vni' : 'unreadable';
}
