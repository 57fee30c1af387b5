import { type CompiledSignal, matchSignals } from '../core/signals.ts';
import { isCourtesy, type Smalltalk } from '../core/smalltalk.ts';
import { type Classifier, score } from '../core/triage/classifier.ts';
import { type Heard, hear } from '../core/triage/hear.ts';
import { type Judgement, judge, type Thresholds } from '../core/triage/judge.ts';
import { shapeOf } from '../core/triage/shape.ts';
import { stretchesOf } from '../core/triage/stretches.ts';
import { atLeast, calm, either, type Verdict } from '../core/triage.ts';
import type { Typed } from '../core/vietnamese/normalise.ts';

/**
 * What hears a cry for help: reviewed phrases and a trained classifier. Each can raise the level, neither lowers it. Where
 * no phrase stands, a short message of a reviewed ordinary kind gets no card of the classifier, only the offer of help, and
 * no offer where the classifier would only have made one.
 */
export type Triage = {
  signals: CompiledSignal[];
  ordinary: CompiledSignal[];
  classifier: Classifier;
  thresholds: Thresholds;
  /** A reviewed courtesy is judged by phrases alone: likeness to what others told is no evidence there. */
  smalltalk: Smalltalk;
};

/**
 * A verdict, how likely a disclosure and danger right now are (0 to 1) as the classifier sees it, for reading a message in
 * its context, and whether reviewed phrases alone bring a card, and whether its types are a guess.
 */
export type Assessment = Judgement & { likelihood: number; urgency: number; phrased: boolean };

/** Nothing was heard. */
export const unheard: Assessment = { ...calm, likelihood: 0, urgency: 0, phrased: false, guessed: false, dying: 0 };

/** The verdict alone, without what is told beside it. */
export function verdictOf({ level, types, subject }: Assessment): Verdict {
  return { level, types, subject };
}

/** How likely a part of a message by itself must be a disclosure: what stands around it may make it harmless. */
const sureFrom = 0.9;
/** Code units heard at once, as many as making a message readable keeps, and how much of one piece the next repeats. */
const pieceUnits = 2_000;
const overlapUnits = 200;

/**
 * Judges a message; `typed` is the message made readable, where it was done already. A long one is heard piece by piece to
 * its end, since what matters may stand last. Never throws; a message that cannot be judged leans toward help.
 */
export function assess(message: string, triage: Triage, typed?: Typed): Assessment {
  try {
    if (message.length <= pieceUnits) return assessPiece(hear(message, typed), triage);
    return piecesOf(message)
      .map((piece) => assessPiece(hear(piece), triage))
      .reduce((a, b) => ({
        ...either(a, b),
        likelihood: Math.max(a.likelihood, b.likelihood),
        urgency: Math.max(a.urgency, b.urgency),
        phrased: a.phrased || b.phrased,
        guessed: a.guessed && b.guessed,
        dying: Math.max(a.dying, b.dying),
      }));
  } catch {
    return { ...unheard, level: 'concern', likelihood: 0.5, guessed: true };
  }
}

function assessPiece(heard: Heard, triage: Triage): Assessment {
  if (heard.words.length === 0) return unheard;
  const said = matchSignals(triage.signals, heard);
  const phrased = atLeast(said.level, 'support');
  if (
    isCourtesy(
      heard.words.map((word) => word.folded),
      triage.smalltalk,
    )
  )
    return { ...unheard, ...said, phrased };
  const whole = judged(heard, triage);
  const stretches = stretchesOf(heard);
  if (stretches.length === 0 && said.level === 'none' && whole.level !== 'none' && isOrdinary(heard, triage))
    return atLeast(whole.level, 'support') ? { ...whole, level: 'concern', phrased } : { ...whole, ...calm, phrased };
  // Chatter around a cry drowns it for whoever weighs all words together, so that each stretch is heard by itself too.
  const loudest = stretches
    .map((stretch) => judged(stretch, triage))
    .filter(({ level, likelihood }) => atLeast(level, 'support') && likelihood >= sureFrom)
    .reduce(louder, whole);
  const guessed = said.types.length === 0 && loudest.guessed;
  const { likelihood, urgency, dying } = loudest;
  return { ...either(said, loudest), likelihood, urgency, dying, phrased, guessed };
}

function isOrdinary(heard: Heard, { ordinary }: Triage): boolean {
  return matchSignals(ordinary, heard).level !== 'none';
}

type Judged = Judgement & { likelihood: number; urgency: number };

function louder(a: Judged, b: Judged): Judged {
  return {
    ...either(b, a),
    likelihood: Math.max(a.likelihood, b.likelihood),
    urgency: Math.max(a.urgency, b.urgency),
    guessed: a.guessed && b.guessed,
    dying: Math.max(a.dying, b.dying),
  };
}

function judged(heard: Heard, { classifier, thresholds }: Triage): Judged {
  const scores = score(heard, classifier);
  if (!Number.isFinite(scores.disclosure)) throw new TypeError('no score');
  const judgement = judge(scores, thresholds, shapeOf(heard, classifier.classes));
  return { ...judgement, likelihood: scores.disclosure, urgency: scores.emergency };
}

function piecesOf(message: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < message.length; from += pieceUnits - overlapUnits)
    pieces.push(message.slice(from, from + pieceUnits));
  return pieces;
}
