import { expand } from '../vietnamese/expand.ts';
import { normalise, type Token, type Typed } from '../vietnamese/normalise.ts';
import { type Face, facesIn } from './faces.ts';
import { withoutPeoples } from './peoples.ts';

/**
 * A message as triage reads it: its words, short forms written out, without the names of peoples; the share (0 to 1) typed with diacritics; the places
 * of the words after which a sentence ends; the faces in it.
 */
export type Heard = { words: Token[]; marks: number; ends: ReadonlySet<number>; faces: Face[] };

/** Reads a message for triage; `typed` is the message made readable, where it was done already. Never throws. */
export function hear(message: string, typed: Typed = normalise(message)): Heard {
  const { clean, tokens, marked } = typed;
  const words = withoutPeoples(expand(tokens));
  const ends = new Set<number>();
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next && next.start >= word.end && /[.!?;…]/.test(clean.slice(word.end, next.start))) ends.add(at);
  });
  return { words, marks: tokens.length === 0 ? 0 : marked / tokens.length, ends, faces: facesIn(clean) };
}
