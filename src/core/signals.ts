import { type Phrase, phraseOf, type Slots } from './signals/phrase.ts';
import type { Heard } from './triage/hear.ts';
import { calm, either, type HarmType, type Level, type Subject, type Verdict } from './triage.ts';
import { fold } from './vietnamese/fold.ts';

/** A reviewed sign of harm; `Phrase` tells how its phrases are written. */
export type Signal = {
  id: string;
  level: Level;
  types: HarmType[];
  subject: Subject;
  /** Any of these, not right after a negation. */
  any: string[];
  /** More of them, only for messages typed with diacritics: without, they would mean something else too. */
  written: string[];
  /** When given, one of these must stand in the message as well. */
  beside: string[];
  /** None of these anywhere in the message. */
  not: string[];
};

/** A signal ready to match: the written form for messages with diacritics, the folded form for those without. */
export type CompiledSignal = { signal: Signal; written: Form; folded: Form };
type Form = { any: Phrase[]; beside: Phrase[]; not: Phrase[] };

/** From this share of words with diacritics on, a message is matched as written. */
const writtenFrom = 0.4;
/** Stands in a phrase for any laughing face and for typed laughter. */
const laughter = '😂';

/** Compiles the signals. Throws `TypeError` with the name when a phrase uses a slot that does not exist. */
export function compileSignals(signals: Signal[], slots: Slots): CompiledSignal[] {
  const { unclear = [] } = slots;
  const clear = Object.entries(slots).map(([name, words]) => [
    name,
    words.filter((word) => !unclear.includes(word)).map(fold),
  ]);
  const bare: Slots = { ...Object.fromEntries(clear), dropped: unclear.map(fold) };
  const written = (phrases: string[], affirmed: boolean) => phrases.map((phrase) => phraseOf(phrase, slots, affirmed));
  const folded = (phrases: string[], affirmed: boolean) =>
    phrases.map((phrase) => phraseOf(fold(phrase), bare, affirmed));
  return signals.map((signal) => ({
    signal,
    written: {
      any: written([...signal.any, ...signal.written], true),
      beside: written(signal.beside, false),
      not: written(signal.not, false),
    },
    folded: { any: folded(signal.any, true), beside: folded(signal.beside, false), not: folded(signal.not, false) },
  }));
}

/** What the signals make of a message: the worst level, all types, the subject of the worst. */
export function matchSignals(signals: CompiledSignal[], heard: Heard): Verdict {
  const asWritten = heard.marks >= writtenFrom;
  const row = rowOf(heard, asWritten);
  // A blank stands on either side, so that '' is among them.
  const words = new Set(row.split(' '));
  const present = new Map<ReadonlySet<string>, boolean>();
  const hasOne = (some: ReadonlySet<string>) => {
    const before = present.get(some);
    if (before !== undefined) return before;
    const found = share(some, words);
    present.set(some, found);
    return found;
  };
  const stands = ({ needs, pattern }: Phrase) => needs.every(hasOne) && pattern.test(row);
  const index = indexOf(signals)[asWritten ? 'written' : 'folded'];
  const found = new Set<number>();
  for (const word of words)
    for (const { place, phrase } of index.get(word) ?? []) if (!found.has(place) && stands(phrase)) found.add(place);
  let verdict = calm;
  for (const place of [...found].sort((a, b) => a - b)) {
    const { signal, written, folded } = signals[place] as CompiledSignal;
    const { beside, not } = asWritten ? written : folded;
    if (not.some(stands) || (beside.length > 0 && !beside.some(stands))) continue;
    const { level, types, subject } = signal;
    const own: Verdict = { level, types, subject };
    verdict = level === 'emergency' ? either(own, verdict) : either(verdict, own);
  }
  return verdict;
}

/**
 * The phrases of all signals by each word one of which they cannot do without, those that can under '': looked up by the
 * shortest list of words that a phrase needs, for most messages have none of them. `place`: of its signal.
 */
type ByWord = ReadonlyMap<string, Array<{ place: number; phrase: Phrase }>>;
type Index = { written: ByWord; folded: ByWord };
const indexes = new WeakMap<CompiledSignal[], Index>();

/** Made once for a list of signals. */
function indexOf(signals: CompiledSignal[]): Index {
  const before = indexes.get(signals);
  if (before) return before;
  const index = {
    written: byWord(signals.map((one) => one.written.any)),
    folded: byWord(signals.map((one) => one.folded.any)),
  };
  indexes.set(signals, index);
  return index;
}

function byWord(ofSignals: Phrase[][]): ByWord {
  const found = new Map<string, Array<{ place: number; phrase: Phrase }>>();
  ofSignals.forEach((phrases, place) => {
    for (const phrase of phrases)
      for (const word of phrase.needs[0] ?? ['']) {
        const row = found.get(word);
        if (row) row.push({ place, phrase });
        else found.set(word, [{ place, phrase }]);
      }
  });
  return found;
}

/** Whether the two have a word in common. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const word of few) if (many.has(word)) return true;
  return false;
}

/** The words of a message with a dot where a sentence ends and one sign for all laughter, blanks around each. */
function rowOf({ words, ends, faces }: Heard, asWritten: boolean): string {
  let row = ' ';
  words.forEach((word, at) => {
    row += `${asWritten ? word.raw : word.folded} ${ends.has(at) ? '. ' : ''}`;
  });
  return faces.includes('laughs') ? `${row}${laughter} ` : row;
}
