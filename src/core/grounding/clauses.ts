import { wordsOf } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** A piece of text between marks of punctuation, with its words; `before` are the words of its sentence up to it. */
export type Clause = { text: string; words: Token[]; before: Token[] };

/** The clauses of a text, in order; `read` is for reviewed text, which needs no mending. A comma inside a number does not divide. */
export function clausesOf(text: string, read: (text: string) => Token[] = wordsOf): Clause[] {
  const clauses: Clause[] = [];
  let before: Token[] = [];
  for (const sentence of text.split(/[\n.;!?](?=\s|$)/u)) {
    for (const part of sentence.split(/(?:,|:|–|\()(?=\s|\p{L})/u)) {
      const words = read(part);
      if (words.length === 0) continue;
      clauses.push({ text: part, words, before });
      before = [...before, ...words].slice(-40);
    }
  }
  return clauses;
}
