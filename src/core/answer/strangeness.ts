import { isStopWord } from '../question/stop-words.ts';
import type { Question } from '../question/understand.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { Entry } from './entry.ts';

/** How strange a question sounds: the share of its telling pairs that no passage has, and that nobody asks with; 0–1. */
export type Strangeness = { unheard: number; unasked: number };

/**
 * Learns the pairs of words that go together in what is held. Most Vietnamese words are written as two syllables, so
 * that "thủ đô" is strange where "thủ tục" and "chế độ" are not.
 */
export function learnStrangeness(
  entries: Entry[],
  terms: ReadonlyMap<string, number>,
): (question: Question) => Strangeness {
  const held = entries.filter((one) => one.passage.facts.kind !== 'elsewhere');
  const heard = new Set(held.flatMap((one) => [...one.pairs]));
  const asked = new Uint8Array(terms.size);
  for (const { phrasings } of held) for (const term of phrasings.terms) asked[term] = 1;
  return ({ words }) => {
    const pairs = tellingPairs(words);
    return {
      unheard: shareNot(pairs, (pair) => heard.has(pair)),
      unasked: shareNot(pairs, (pair) => asked[terms.get(pair) ?? -1] === 1),
    };
  };
}

/** A day somebody tells of says when, not what: that nobody else names it is not strange. */
const wholeDay = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/;

function tellingPairs(typed: Token[]): string[] {
  const words = typed.filter((word) => !wholeDay.test(word.raw));
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    return before && !(isStopWord(before) && isStopWord(word)) ? [`${before.folded}_${word.folded}`] : [];
  });
}

function shareNot(terms: string[], known: (term: string) => boolean): number {
  return terms.length === 0 ? 0 : terms.filter((term) => !known(term)).length / terms.length;
}
