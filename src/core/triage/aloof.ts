import type { Heard } from './hear.ts';
import { generalise, type WordClasses } from './word-classes.ts';

/** From this share of words with diacritics on, the words are read as written. */
const writtenFrom = 0.4;
/** Classes of `words.yaml` that speak of law, and of what counts as what in it. */
const ofLaw: ReadonlySet<string> = new Set(['<law>', '<define>']);
/** Words for whoever speaks, as written and folded. */
const own: ReadonlySet<string> = new Set(['tôi', 'tui', 'em', 'mình', 'cháu', 'tao', 'tớ', 'toi', 'minh', 'chau']);
/** Not so after these ("trẻ em", "các cháu", "phạm tội"), nor before those ("tội gì", "tội phạm"). */
const notAfter: ReadonlySet<string> = new Set(['tre', 'chi', 'anh', 'cac', 'pham']);
const notBefore: ReadonlySet<string> = new Set(['gi', 'pham', 'danh', 'nao']);

/**
 * Whether a message speaks of the law and of nobody's own trouble: no word for whoever speaks stands in it, not even in
 * "con tôi". Such a message is hardly ever a disclosure, however much harm it names.
 */
export function isAloof({ words, marks }: Heard, classes: WordClasses): boolean {
  const asWritten = marks >= writtenFrom;
  const spoken = words.map(({ raw, folded }) => (asWritten ? raw : folded));
  const speaks = spoken.some((word, at) => {
    if (!own.has(word) || notAfter.has(words[at - 1]?.folded ?? '')) return false;
    return word !== 'toi' || !notBefore.has(words[at + 1]?.folded ?? '');
  });
  if (speaks) return false;
  const names = asWritten ? classes.written : classes.folded;
  return generalise(spoken, names, classes.longest).some((step) => ofLaw.has(step));
}
