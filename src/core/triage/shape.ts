import type { Heard } from './hear.ts';
import { generalise, type WordClasses } from './word-classes.ts';

/**
 * What a message is made of: `whole` when it names something done or feared, a person by what they are to somebody, and
 * whoever speaks; `law` when it speaks of the law and of nobody's own trouble, hardly ever a disclosure however much harm
 * it names; `part` otherwise, as chatter mostly is.
 */
export type Shape = 'law' | 'whole' | 'part';

/** From this share of words with diacritics on, the words are read as written. */
const writtenFrom = 0.4;

/** Classes of `words.yaml`: of law and of what counts as what in it; what is done or feared; people. */
const ofLaw = classes('law define');
const harms = classes(
  'hit injury weapon threat confine forbid control insult sexual images traffic wed die flee secret help drunk birth',
);
const people = classes('partner father mother kin kid boss friend near he they');
const speaker = classes('me');

/** Words for whoever speaks, as written and folded, that may stand inside a name for others ("con tôi"). */
const own: ReadonlySet<string> = new Set(['tôi', 'tui', 'em', 'mình', 'cháu', 'tao', 't', 'tớ', 'toi', 'minh', 'chau']);
/** Not so after these ("trẻ em", "các cháu", "phạm tội", "xác minh"), nor before those ("tội gì", "tội phạm"). */
const notAfter: ReadonlySet<string> = new Set(['tre', 'chi', 'anh', 'cac', 'pham', 'xac', 'thuyet']);
const notBefore: ReadonlySet<string> = new Set(['gi', 'pham', 'danh', 'nao']);
/** A child says "con" of themselves, everybody else of children; before these it is the child. */
const afterCon: ReadonlySet<string> = new Set(['bi', 'so', 'khong', 'muon', 'xin', 'dang', 'hoc']);

export function shapeOf({ words, marks }: Heard, { written, folded, longest }: WordClasses): Shape {
  const asWritten = marks >= writtenFrom;
  const spoken = words.map((word) => (asWritten ? word.raw : word.folded));
  const speaks = spoken.some((word, at) => {
    if (word === 'con') return afterCon.has(words[at + 1]?.folded ?? '');
    if (!own.has(word) || notAfter.has(words[at - 1]?.folded ?? '')) return false;
    return word !== 'toi' || !notBefore.has(words[at + 1]?.folded ?? '');
  });
  const steps = generalise(spoken, asWritten ? written : folded, longest);
  const has = (some: ReadonlySet<string>) => steps.some((step) => some.has(step));
  if (!speaks && has(ofLaw)) return 'law';
  return has(harms) && has(people) && has(speaker) ? 'whole' : 'part';
}

function classes(names: string): ReadonlySet<string> {
  return new Set(names.split(' ').map((name) => `<${name}>`));
}
