import { atLeast, type Level } from '../triage.ts';
import { type Commons, redact } from './redact.ts';

/** Where the model runs. `own`: a server of the operator's; `vn`: in Viet Nam; `abroad`: `filed` once the transfer file is lodged. */
export type ModelPlace = { location: 'own' } | { location: 'vn' } | { location: 'abroad'; filed: boolean };

/** What the person said about words going abroad, in this conversation. */
export type Consent = 'unasked' | 'asked' | 'yes' | 'no';

/** All that decides whether a message may reach a model. `level`: as it was judged, read in its context. */
export type Leave = { level: Level; inCare: boolean; place: ModelPlace; consent: Consent };

/** Why a message stays here. */
export type Kept = 'level' | 'not-filed' | 'no-consent' | 'not-redactable' | 'nothing-left';

const made = Symbol('made by clear()');

/**
 * Words that may reach a model. Only `clear` makes one, and a model takes nothing else: there is no other way out.
 * It prints as `[private]`.
 */
export class ClearedText {
  readonly #text: string;

  constructor(maker: typeof made, text: string) {
    if (maker !== made) throw new TypeError('only clear() makes cleared text');
    this.#text = text;
  }

  /** The redacted words, for the model's adapter alone. */
  outgoing(): string {
    return this.#text;
  }

  toString(): string {
    return '[private]';
  }

  toJSON(): string {
    return '[private]';
  }
}

/** Fewer words than this ask nothing. */
const leastWords = 2;

/**
 * The one gate before any model: a message judged `concern` or higher, or sent in a talk that is careful after a
 * disclosure, stays; abroad needs the operator's file and this person's yes; all else goes only redacted. Never throws.
 */
export function clear(
  message: string,
  { level, inCare, place, consent }: Leave,
  commons: Commons,
): { kind: 'cleared'; text: ClearedText; hidden: number } | { kind: 'kept'; why: Kept } {
  if (inCare || atLeast(level, 'concern')) return { kind: 'kept', why: 'level' };
  if (place.location === 'abroad' && !place.filed) return { kind: 'kept', why: 'not-filed' };
  if (place.location === 'abroad' && consent !== 'yes') return { kind: 'kept', why: 'no-consent' };
  const redacted = redact(message, commons);
  if (redacted === null) return { kind: 'kept', why: 'not-redactable' };
  if (redacted.words - redacted.hidden < leastWords) return { kind: 'kept', why: 'nothing-left' };
  return { kind: 'cleared', text: new ClearedText(made, redacted.text), hidden: redacted.hidden };
}
