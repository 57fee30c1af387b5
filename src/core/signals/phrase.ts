/** Lists of words by name; an entry `{name}` is another list. `neg` holds negations, `unclear` what folding makes unclear. */
export type Slots = Record<string, string[]>;

/** A phrase ready to find in a row of words. `needs`: of each list, a word must be there, or the pattern cannot match. */
export type Phrase = { needs: string[][]; pattern: RegExp };

/**
 * Reads a phrase: words; `{slot}` for any entry of a slot; `*` for up to three words of the same sentence without a
 * negation; `word?` and `{slot}?` for what may be missing. With `affirmed`, it does not count right after a negation.
 * Throws `TypeError` with the name of a slot that does not exist.
 */
export function phraseOf(phrase: string, slots: Slots, affirmed: boolean): Phrase {
  const negation = oneOf(entriesOf('neg', slots));
  const needs: string[][] = [];
  const sources = phrase
    .trim()
    .split(/\s+/)
    .map((part) => {
      if (part === '*') return `(?:(?!${negation})[^ .]+ ){0,3}?`;
      const optional = part.endsWith('?');
      const name = /^\{(\w+)\}\??$/.exec(part)?.[1];
      const entries = name ? entriesOf(name, slots) : [plain(optional ? part.slice(0, -1) : part)];
      if (!optional) needs.push([...new Set(entries.map((entry) => entry.split(' ')[0] ?? ''))]);
      return `${oneOf(entries)}${optional ? '?' : ''}`;
    });
  // Short lists first: they rule a message out soonest.
  needs.sort((a, b) => a.length - b.length);
  const before = affirmed ? `(?<! ${negation})` : '';
  return { needs, pattern: new RegExp(`(?<= )${before}${sources.join('')}`) };
}

/** All entries of a slot, those of the slots in it too; longer ones first, so that "chồng em" is taken whole. */
function entriesOf(name: string, slots: Slots, depth = 0): string[] {
  const entries = slots[name];
  if (entries === undefined || depth > 3) throw new TypeError(name);
  return entries
    .flatMap((entry) => {
      const inner = /^\{(\w+)\}$/.exec(entry)?.[1];
      return inner ? entriesOf(inner, slots, depth + 1) : [plain(entry)];
    })
    .sort((a, b) => b.length - a.length);
}

function oneOf(entries: string[]): string {
  return `(?:${entries.map((entry) => `${entry.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')} `).join('|')})`;
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
