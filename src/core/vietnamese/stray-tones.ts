import { isSyllable } from './syllable.ts';

const mark = /[\u0300\u0301\u0303\u0309\u0323]/;
const stray = /(\p{L}{1,8}) ?([\u0300\u0301\u0303\u0309\u0323])( ?)/gu;
const following = /^\p{L}{1,4}(?!\p{L})/u;

/** Tone marks torn off their letter by a blank, as some keyboards send them: "đo ̣ c" → "đọc", "qua ́" → "quá". */
export function joinStrayTones(text: string): string {
  if (!mark.test(text)) return text;
  return text.replace(stray, (torn: string, before: string, tone: string, blank: string, at: number) => {
    const head = (before + tone).normalize('NFC');
    if (head.length !== before.length) return torn;
    const after = following.exec(text.slice(at + torn.length, at + torn.length + 5))?.[0] ?? '';
    return after !== '' && isSyllable((head + after).toLowerCase()) ? head : head + blank;
  });
}
