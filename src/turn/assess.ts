import { type CompiledSignal, matchSignals } from '../core/signals.ts';
import type { Verdict } from '../core/triage.ts';
import { expand } from '../core/vietnamese/expand.ts';
import { normalise } from '../core/vietnamese/normalise.ts';

/** Judges a message by the reviewed signals. Never throws; a message that cannot be judged leans toward help. */
export function assess(message: string, signals: CompiledSignal[]): Verdict {
  try {
    const typed = normalise(message);
    const written = expand(typed.tokens)
      .map((word) => word.raw)
      .join(' ');
    return matchSignals(signals, { written, marked: typed.marked > 0 });
  } catch {
    return { level: 'concern', types: [], subject: 'none' };
  }
}
