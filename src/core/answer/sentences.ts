import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import type { Wanted } from '../question/wanted.ts';
import { wordsOf } from '../search/terms.ts';
import { holdsFact } from './holds-fact.ts';

/** The sentences of a text, as reviewed; a list kept in one sentence stays whole. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/**
 * The one sentence of a passage beyond its plain answer that holds the kind of fact wanted and speaks most of the
 * question's subject; `null` when none does both.
 */
export function sentenceWith(wanted: Wanted, passage: Passage, question: Question): string | null {
  const subject = new Set(question.content.map((word) => word.folded));
  let best: { sentence: string; shared: number } | null = null;
  for (const sentence of sentencesOf(`${passage.more ?? ''}\n${passage.text}`)) {
    if (!holdsFact(sentence, wanted) || sentence.length > 400) continue;
    const own = new Set(wordsOf(sentence).map((word) => word.folded));
    const shared = [...subject].filter((word) => own.has(word)).length;
    if (best === null || shared > best.shared) best = { sentence, shared };
  }
  return best !== null && (best.shared >= 2 || (best.shared >= 1 && subject.size <= 2)) ? best.sentence : null;
}
