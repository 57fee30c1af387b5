import type { CaseOutcome, LetterKind, OpenReason, PublicKey, SafeTime, Sealed, Urgency, Want } from './case.ts';

// What the case desk of the officers stands on. Nothing here can be read without a key that only their browsers hold.

/** An officer's account id. */
export type OfficerId = string;

/** A case as the queue shows it: nothing sealed, nothing of the person. */
export type QueuedCase = {
  /** Random; stands in notices and the audit log. */
  id: string;
  urgency: Urgency;
  wants: Want[];
  when: SafeTime;
  createdAt: Date;
  /** When the oldest unanswered letter must have been answered; `null` when none waits. */
  answerBy: Date | null;
  /** Who works on it; `null`: anybody may claim it. */
  holder: OfficerId | null;
  /** Letters of the person that no officer has opened. */
  unread: number;
};

/** One letter of an opened case, oldest first. */
export type CaseLetter = {
  id: string;
  kind: LetterKind;
  sealed: Sealed;
  at: Date;
  /** The other side has opened it. */
  read: boolean;
};

/** A case as its holder opens it. Replies are sealed in the browser to all of `replyTo`. */
export type OpenedCase = QueuedCase & {
  letters: CaseLetter[];
  /** The person's return key, and every key of the desk that is in use. */
  replyTo: PublicKey[];
};

/** What happened to a case, without words. Written in the same transaction as the deed itself. */
export type CaseEvent = {
  case: string;
  what:
    | 'created'
    | 'claimed'
    | 'let-go'
    | 'handed-over'
    /** By whom it was handed over to. */
    | 'received'
    | 'opened'
    | 'replied'
    | 'resealed'
    | 'closed'
    | 'withdrawn'
    | 'destroyed'
    | 'alarmed';
  /** `null` when the person or the program did it. */
  officer: OfficerId | null;
  reason: OpenReason | CaseOutcome | null;
  at: Date;
};

/** A notice for officers: a code and an urgency, nothing else. */
export type Notice = { case: string; urgency: Urgency; kind: 'new' | 'late' };

/** `gone`: closed, withdrawn or destroyed. */
export type Refusal = 'not-yours' | 'gone';

export interface CaseDesk {
  /** Cases that are not closed: the most urgent first, then the one that must be answered first. */
  queue(): Promise<QueuedCase[]>;
  /** Takes a case that nobody holds. Of several at once exactly one gets `yours`, always. */
  claim(caseId: string, officer: OfficerId, now: Date): Promise<'yours' | 'taken' | 'gone'>;
  /** Gives a held case to another officer, or back to everybody for `null`. */
  handOver(caseId: string, from: OfficerId, to: OfficerId | null, now: Date): Promise<'done' | Refusal>;
  /** The holder opens the case; the opening is on record before the letters leave. Marks the person's letters read. */
  open(caseId: string, officer: OfficerId, reason: OpenReason, now: Date): Promise<OpenedCase | Refusal>;
  /** Leaves a reply that waits for the person's return. `sealed` must be sealed to all of `replyTo`. */
  reply(caseId: string, officer: OfficerId, sealed: Sealed, now: Date): Promise<'sent' | 'unreadable' | Refusal>;
  /** Ends a case. `unread`: the person wrote something that nobody has opened, perhaps a moment ago. */
  close(caseId: string, officer: OfficerId, outcome: CaseOutcome, now: Date): Promise<'done' | 'unread' | Refusal>;
  /** What officers must be told of and were not: each case once as new; as late once, and again each day it stays so. */
  takeNotices(now: Date): Promise<Notice[]>;
  /** What happened to a case, oldest first; also of one that is destroyed. */
  events(caseId: string): Promise<CaseEvent[]>;
}
