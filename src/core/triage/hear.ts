import { expand } from '../vietnamese/expand.ts';
import { normalise, type Token } from '../vietnamese/normalise.ts';

/** A message as triage reads it: its words, short forms written out, and the share (0 to 1) typed with diacritics. */
export type Heard = { words: Token[]; marks: number };

/** Reads a message for triage. Never throws. */
export function hear(message: string): Heard {
  const { tokens, marked } = normalise(message);
  return { words: expand(tokens), marks: tokens.length === 0 ? 0 : marked / tokens.length };
}
