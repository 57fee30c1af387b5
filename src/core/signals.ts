import type { Heard } from './triage/hear.ts';
import { calm, type HarmType, type Level, type Subject, type Verdict, worse } from './triage.ts';
import { fold } from './vietnamese/fold.ts';

/** A reviewed danger phrase. `*` in a phrase stands for up to three words. */
export type Signal = {
  id: string;
  level: Level;
  types: HarmType[];
  subject: Subject;
  any: string[];
  not: string[];
};

/** A signal ready to match: written form for messages with diacritics, folded form for those without. */
export type CompiledSignal = { signal: Signal; written: RegExp; folded: RegExp; not: RegExp | null };

export function compileSignals(signals: Signal[]): CompiledSignal[] {
  return signals.map((signal) => ({
    signal,
    written: patternOf(signal.any),
    folded: patternOf(signal.any.map(fold)),
    not: signal.not.length === 0 ? null : patternOf(signal.not.map(fold)),
  }));
}

/**
 * What the signals make of a message: the worst level and all its types. A folded match counts only when the message
 * has no diacritics, because "đánh" and "đành" fold alike.
 */
export function matchSignals(signals: CompiledSignal[], heard: Heard): Verdict {
  const written = ` ${heard.words.map((word) => word.raw).join(' ')} `;
  const folded = fold(written);
  let verdict = calm;
  for (const { signal, written: raw, folded: plain, not } of signals) {
    if (not?.test(folded)) continue;
    if (!(heard.marks > 0 ? raw.test(written) : plain.test(folded))) continue;
    const level = worse(verdict.level, signal.level);
    verdict = {
      level,
      types: [...new Set([...verdict.types, ...signal.types])],
      subject: level === verdict.level && verdict.subject !== 'none' ? verdict.subject : signal.subject,
    };
  }
  return verdict;
}

function patternOf(phrases: string[]): RegExp {
  const one = (phrase: string) =>
    phrase
      .trim()
      .toLowerCase()
      .normalize('NFC')
      .split(/\s+/)
      .map((word) => (word === '*' ? '(?:\\S+ ){0,3}' : `${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')} `))
      .join('');
  return new RegExp(` (?:${phrases.map(one).join('|')})`);
}
