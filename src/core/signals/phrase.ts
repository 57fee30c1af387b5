/**
 * Lists of words by name; an entry `{name}` is another list. `neg` holds negations, `unclear` what folding makes unclear;
 * what `dropped` holds does not count where one of several words may stand.
 */
export type Slots = Record<string, string[]>;

/**
 * A phrase ready to find in a row of words. `needs`: of each set, a word must be there, or the phrase does not stand;
 * phrases share their sets.
 */
export type Phrase = { needs: Array<ReadonlySet<string>>; pattern: RegExp };

/** Up to how many words of the same sentence a gap may swallow. */
const gaps: Readonly<Record<string, number>> = { '*': 3, '**': 8 };

/**
 * Reads a phrase: words; `{slot}` for any entry of a slot; `word|two_words|{slot}` for any of several; `*` and `**` for up
 * to three and eight words of the same sentence without a negation; a `?` after what may be missing. With `affirmed`, it
 * does not count right after a negation. Throws `TypeError` with the name of a slot that does not exist.
 */
export function phraseOf(phrase: string, slots: Slots, affirmed: boolean): Phrase {
  const negation = choicesOf('{neg}', slots).source;
  const needs: Array<ReadonlySet<string>> = [];
  const sources = phrase
    .trim()
    .split(/\s+/)
    .map((part) => {
      const gap = gaps[part];
      if (gap !== undefined) return `(?:(?!${negation})[^ .]+ ){0,${gap}}?`;
      const optional = part.endsWith('?');
      const { source, firsts } = choicesOf(optional ? part.slice(0, -1) : part, slots);
      if (!optional) needs.push(firsts);
      return `${source}${optional ? '?' : ''}`;
    });
  // Small sets first: they rule a message out soonest.
  needs.sort((a, b) => a.size - b.size);
  const before = affirmed ? `(?<! ${negation})` : '';
  return { needs, pattern: new RegExp(`(?<= )${before}${sources.join('')}`) };
}

/** What may stand at one place of a phrase: as part of a pattern, and the first word of each. */
type Choices = { source: string; firsts: ReadonlySet<string> };
const known = new WeakMap<Slots, Map<string, Choices>>();

/** Made once for each place and slots: many phrases have the same ones, and some hold hundreds of words. */
function choicesOf(part: string, slots: Slots): Choices {
  const made = known.get(slots) ?? new Map<string, Choices>();
  known.set(slots, made);
  const before = made.get(part);
  if (before) return before;
  const entries = entriesAt(part, slots);
  const choices = { source: oneOf(entries), firsts: new Set(entries.map((entry) => entry.split(' ')[0] ?? '')) };
  made.set(part, choices);
  return choices;
}

/** Longer ones first, so that "chồng em" is taken whole. */
function entriesAt(part: string, slots: Slots): string[] {
  const several = part.split('|');
  const { dropped = [] } = slots;
  return several
    .flatMap((one) => {
      const name = /^\{(\w+)\}$/.exec(one)?.[1];
      if (name) return entriesOf(name, slots);
      const words = plain(one.replaceAll('_', ' '));
      return several.length > 1 && dropped.includes(words) ? [] : [words];
    })
    .sort((a, b) => b.length - a.length);
}

/** All entries of a slot, those of the slots in it too. */
function entriesOf(name: string, slots: Slots, depth = 0): string[] {
  const entries = slots[name];
  if (entries === undefined || depth > 3) throw new TypeError(name);
  return entries.flatMap((entry) => {
    const inner = /^\{(\w+)\}$/.exec(entry)?.[1];
    return inner ? entriesOf(inner, slots, depth + 1) : [plain(entry)];
  });
}

function oneOf(entries: string[]): string {
  return `(?:${entries.map((entry) => `${entry.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')} `).join('|')})`;
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
