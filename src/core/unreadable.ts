import { isStopWord } from './question/stop-words.ts';
import type { Question } from './question/understand.ts';

const english =
  /^(the|what|how|is|are|you|your|can|could|please|who|where|when|why|do|does|i|my|me|help|want|need|to|of|and|in|for|hello|hi|law|gender|it|this|that|have|has|with|about|tell|know|speak|english|wife|husband|woman|women)$/;
const syllable = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?$/;

/** The fixed reply for a message that no question can be read from, or `null`. `known`: words of the knowledge. */
export function unreadableReply(
  message: string,
  question: Question,
  known: (folded: string) => boolean,
): string | null {
  if (message.trim() === '') return 'empty';
  const words = question.words.map((word) => word.folded);
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(message) ? 'emoji' : 'gibberish';
  const letters = words.filter((word) => /\p{L}/u.test(word));
  if (letters.length === 0) return null;
  if (letters.some((word) => !/^[\x21-\x7e]+$/.test(word))) {
    const foreign = letters.filter((word) => !/^[\x21-\x7e]+$/.test(word)).length;
    if (foreign > letters.length / 2) return 'foreign-language';
  }
  const plain = question.words.every((word) => word.raw === word.folded);
  const strange = letters.filter((word) => !isStopWord({ raw: word, folded: word }) && !known(word));
  if (plain) {
    const englishWords = letters.filter((word) => english.test(word)).length;
    if (
      englishWords >= 2 &&
      englishWords + strange.filter((word) => !english.test(word)).length >= letters.length * 0.7
    )
      return 'foreign-language';
  }
  const shapeless = strange.filter((word) => !syllable.test(word));
  return shapeless.length > 0 && shapeless.length >= letters.length * 0.6 ? 'gibberish' : null;
}
