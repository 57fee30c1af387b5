import { type CompiledSignal, matchSignals } from '../core/signals.ts';
import { type Classifier, score } from '../core/triage/classifier.ts';
import { hear } from '../core/triage/hear.ts';
import { judge, type Thresholds } from '../core/triage/judge.ts';
import { either, type Verdict } from '../core/triage.ts';
import type { Typed } from '../core/vietnamese/normalise.ts';

/** What hears a cry for help: reviewed phrases and a trained classifier. Each can raise the level, neither lowers it. */
export type Triage = { signals: CompiledSignal[]; classifier: Classifier; thresholds: Thresholds };

/** A verdict, and how likely a disclosure is (0 to 1) as the classifier sees it, for reading a message in its context. */
export type Assessment = Verdict & { likelihood: number };

/**
 * Judges a message; `typed` is the message made readable, where it was done already. Never throws; a message that cannot
 * be judged leans toward help.
 */
export function assess(message: string, triage: Triage, typed?: Typed): Assessment {
  try {
    const heard = hear(message, typed);
    if (heard.words.length === 0) return { level: 'none', types: [], subject: 'none', likelihood: 0 };
    const scores = score(heard, triage.classifier);
    if (!Number.isFinite(scores.disclosure)) throw new TypeError('no score');
    const verdict = either(matchSignals(triage.signals, heard), judge(scores, triage.thresholds));
    return { ...verdict, likelihood: scores.disclosure };
  } catch {
    return { level: 'concern', types: [], subject: 'none', likelihood: 0.5 };
  }
}
