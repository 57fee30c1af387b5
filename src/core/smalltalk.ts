import type { SmalltalkIntent } from './knowledge.ts';
import { matchable } from './question/names.ts';
import { isStopWord } from './question/stop-words.ts';
import type { Question } from './question/understand.ts';

/** Small talk ready to match: phrases in matchable form, longest first. */
export type Smalltalk = Array<{ reply: string; phrase: string }>;

export function makeSmalltalk(intents: SmalltalkIntent[]): Smalltalk {
  return intents
    .flatMap(({ reply, ask }) => ask.map((phrase) => ({ reply, phrase: matchable(phrase) })))
    .filter(({ phrase }) => phrase.trim() !== '')
    .sort((a, b) => b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1));
}

/** The fixed reply for a message that is small talk and nothing else, or `null`. */
export function smalltalkReply(question: Question, smalltalk: Smalltalk): string | null {
  let left = matchable(question.folded);
  if (left.trim() === '') return null;
  let reply: string | null = null;
  for (const one of smalltalk) {
    if (!left.includes(one.phrase)) continue;
    left = left.replace(one.phrase, ' ');
    // The longest phrase tells best what was meant.
    reply ??= one.reply;
  }
  const rest = left.split(' ').filter((word) => word !== '' && !isStopWord({ raw: word, folded: word }));
  return reply !== null && rest.length === 0 && question.asks.size === 0
    ? reply
    : reply !== null && left.trim() === ''
      ? reply
      : null;
}
