import type { Channel, ContactId } from '../update.ts';
import type { Referral, Urgency } from './case.ts';
import type { CaseKey, DeskTalk } from './talk.ts';

// The person's side of the desk: what a turn needs to take a referral, and to let its sender come back to it.

/** What a person finds at their case. */
export type Visit = {
  /** The desk's letters after the one asked from, oldest first. */
  letters: string[];
  /** The last letter of the desk there is, for asking from there the next time. */
  seen: string | null;
  /** An officer works on it. */
  held: boolean;
  closed: boolean;
  /** When an officer last wrote; `null`: never. */
  repliedAt: Date | null;
  /** When the person's oldest unanswered letter must have been answered; `null` when none waits. */
  answerBy: Date | null;
};

/** Somebody who says that a case is theirs. */
export type Comer = { contact: ContactId; channel: Channel };

export interface Intake {
  /** Whether there is a key to seal to. Without one the desk is closed whatever its hours. */
  ready(): Promise<boolean>;
  /** Where this contact stands, with the stamp of that state; `null` when nowhere, or when its time is over. */
  load(contact: ContactId, now: Date): Promise<{ talk: DeskTalk; stamp: string } | null>;
  /**
   * Puts `talk` in the place of the state with stamp `from` (`null`: of none). `false` when another update came first:
   * nothing was written then.
   */
  keep(
    contact: ContactId,
    from: string | null,
    to: { talk: DeskTalk; stamp: string; until: Date },
    now: Date,
  ): Promise<boolean>;
  drop(contact: ContactId): Promise<void>;
  /**
   * Seals the referral, destroys the draft and begins the visit, in one transaction, and only while `from` is the
   * present stamp: a yes to anything but that very draft is `stale` and creates nothing.
   */
  refer(
    contact: ContactId,
    from: string,
    yes: { referral: Referral; urgency: Urgency; answerBy: Date; update: string; stamp: string; until: Date },
    now: Date,
  ): Promise<{ receipt: string } | 'stale' | 'closed'>;
  /**
   * The key of the case with this receipt and code word; `null` when they fit none. `wait` after too many wrong tries of
   * this person or at this receipt, `crowded` after too many of all on this channel: neither was tried then.
   */
  comeBack(comer: Comer, receipt: string, codeWord: string, now: Date): Promise<CaseKey | null | 'wait' | 'crowded'>;
  /** What the desk wrote after letter `seen`, and where the case stands. `null` when it is gone. */
  visit(key: CaseKey, seen: string | null, now: Date): Promise<Visit | null>;
  /** Adds the person's words to the case, sealed. `false` when it is closed or gone. */
  write(key: CaseKey, words: string, about: { answerBy: Date; urgent: boolean }, now: Date): Promise<boolean>;
  /** Destroys the case with all its letters. Resolves also when it is gone. */
  withdraw(key: CaseKey, now: Date): Promise<void>;
}
