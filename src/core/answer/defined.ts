import type { Question } from '../question/understand.ts';
import type { Entry } from './entry.ts';

const asksDefinition = /\b(?:dinh nghia|khai niem)\b/;
const asking = new Set('dinh nghia khai niem'.split(' '));

/** Whether a passage may answer what a term means, where just that is asked: "nữ quyền" is not defined with "nữ, quyền". */
export function speaksOfTerm({ folded, words, content }: Question, entry: Entry): boolean {
  if (!asksDefinition.test(folded)) return true;
  const telling = new Set(content.filter((word) => !asking.has(word.folded)));
  return words.slice(1).every((word, at) => {
    const before = words[at];
    if (!before || !telling.has(word) || !telling.has(before)) return true;
    return entry.pairs.has(`${before.folded}_${word.folded}`);
  });
}
