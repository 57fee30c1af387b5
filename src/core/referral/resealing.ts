import type { LetterKind, PublicKey, Sealed } from './case.ts';
import type { OfficerId, Refusal } from './case-desk.ts';

/** A letter that is sealed to other keys than it would be today. `to`: whom to seal it to. */
export type StaleLetter = { id: string; kind: LetterKind; sealed: Sealed; to: PublicKey[] };

/**
 * Sealing open cases anew after keys changed, so that a replaced key opens nothing any more and a new one everything. It
 * is done in the browser of an officer who can still open the letters; here they only change places.
 */
export interface Resealing {
  /** Open cases with stale letters, oldest first, and who holds each. */
  stale(): Promise<Array<{ case: string; holder: OfficerId | null }>>;
  /**
   * The stale letters of a case that the officer holds, or nobody; on record as an opening before they leave. `not-yours`:
   * a colleague holds it.
   */
  take(caseId: string, officer: OfficerId, now: Date): Promise<StaleLetter[] | Refusal>;
  /**
   * Puts the newly sealed letter in the place of the old one. A letter that is not stale any more is left alone, so all
   * of it can be repeated. `unreadable`: sealed to others than `to`, perhaps because keys changed again.
   */
  put(
    caseId: string,
    letter: string,
    officer: OfficerId,
    sealed: Sealed,
    now: Date,
  ): Promise<'done' | 'unreadable' | Refusal>;
}
