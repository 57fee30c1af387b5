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
type Form = { any: ByWord; beside: Phrase[]; not: Phrase[] };
/** Phrases by each word one of which they cannot do without; under '' those that can. */
type ByWord = ReadonlyMap<string, Phrase[]>;

/** From this share of words with diacritics on, a message is matched as written. */
const writtenFrom = 0.4;

/** Compiles the signals. Throws `TypeError` with the name when a phrase uses a slot that does not exist. */
export function compileSignals(signals: Signal[], slots: Slots): CompiledSignal[] {
  const { unclear = [] } = slots;
  const bare: Slots = Object.fromEntries(
    Object.entries(slots).map(([name, words]) => [name, words.filter((word) => !unclear.includes(word)).map(fold)]),
  );
  return signals.map((signal) => ({
    signal,
    written: {
      any: byWord([...signal.any, ...signal.written].map((phrase) => phraseOf(phrase, slots, true))),
      beside: signal.beside.map((phrase) => phraseOf(phrase, slots, false)),
      not: signal.not.map((phrase) => phraseOf(phrase, slots, false)),
    },
    folded: {
      any: byWord(signal.any.map((phrase) => phraseOf(fold(phrase), bare, true))),
      beside: signal.beside.map((phrase) => phraseOf(fold(phrase), bare, false)),
      not: signal.not.map((phrase) => phraseOf(fold(phrase), bare, false)),
    },
  }));
}

/** What the signals make of a message: the worst level, all types, the subject of the worst. */
export function matchSignals(signals: CompiledSignal[], heard: Heard): Verdict {
  const asWritten = heard.marks >= writtenFrom;
  const row = rowOf(heard, asWritten);
  // A blank stands on either side, so that '' is among them.
  const words = new Set(row.split(' '));
  const stands = (phrase: Phrase) =>
    phrase.needs.every((some) => some.some((word) => words.has(word))) && phrase.pattern.test(row);
  const anyStands = (phrases: ByWord) => {
    for (const word of words) if (phrases.get(word)?.some(stands)) return true;
    return false;
  };
  let verdict = calm;
  for (const { signal, written, folded } of signals) {
    const { any, beside, not } = asWritten ? written : folded;
    if (!anyStands(any) || not.some(stands) || (beside.length > 0 && !beside.some(stands))) continue;
    const { level, types, subject } = signal;
    const found: Verdict = { level, types, subject };
    verdict = level === 'emergency' ? either(found, verdict) : either(verdict, found);
  }
  return verdict;
}

/** Looked up by the shortest list of words that a phrase needs: most messages have none of them. */
function byWord(phrases: Phrase[]): ByWord {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases)
    for (const word of new Set(phrase.needs[0] ?? [''])) found.set(word, [...(found.get(word) ?? []), phrase]);
  return found;
}

/** The words of a message with a dot where a sentence ends, blanks around each. */
function rowOf({ words, ends }: Heard, asWritten: boolean): string {
  let row = ' ';
  words.forEach((word, at) => {
    row += `${asWritten ? word.raw : word.folded} ${ends.has(at) ? '. ' : ''}`;
  });
  return row;
}
