import type { Library } from '../core/answer/library.ts';
import type { Reading } from '../core/decide.ts';
import { bareWords } from '../core/decide.ts';
import type { Question } from '../core/question/understand.ts';
import { dimensionOf } from '../core/search/terms.ts';
import { type Smalltalk, smalltalkReply } from '../core/smalltalk.ts';
import { unreadableReply } from '../core/unreadable.ts';

/** Longer messages are read to this length, and the person is told. */
export const maxMessageChars = 2_000;

/** Reads what a message is apart from its subject. */
export function read(message: string, question: Question, library: Library, smalltalk: Smalltalk): Reading {
  const known = (folded: string) => library.index.idf.has(dimensionOf(folded));
  return {
    folded: bareWords(question.folded || message.slice(0, 100)),
    plainReply: smalltalkReply(question, smalltalk) ?? unreadableReply(message, question, known),
    wantsMore: question.asks.has('more'),
  };
}
