import { wordsOf } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';

/**
 * A piece of text between marks of punctuation, with its words; `before` are the words of its text up to it. `sentence` and
 * `part` number the sentence it stands in and the part of it between semicolons; a `head` ends with a colon.
 */
export type Clause = {
  text: string;
  words: Token[];
  before: Token[];
  sentence: number;
  part: number;
  head: boolean;
};

/** The clauses of a text, in order; `read` is for reviewed text, which needs no mending. A comma inside a number does not divide. */
export function clausesOf(text: string, read: (text: string) => Token[] = wordsOf): Clause[] {
  const clauses: Clause[] = [];
  let before: Token[] = [];
  for (const [sentence, whole] of text.split(/\n|[.!?](?=\s|$)/u).entries())
    for (const [part, piece] of whole.split(/;(?=\s|$)/u).entries())
      for (const found of piece.matchAll(/(.+?)(?:(,|:|–|\()(?=\s|\p{L})|$)/gsu)) {
        const words = read(found[1] ?? '');
        if (words.length === 0) continue;
        clauses.push({ text: found[1] ?? '', words, before, sentence, part, head: found[2] === ':' });
        before = [...before, ...words].slice(-40);
      }
  return clauses;
}
