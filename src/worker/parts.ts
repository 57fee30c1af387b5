import type { Lanes } from '../core/lanes.ts';
import type { Senders } from '../core/mailbox.ts';
import type { Replies } from '../core/ports.ts';
import type { Update } from '../core/update.ts';
import type { Thinking } from '../turn/turn.ts';
import type { AtWork } from './at-work.ts';
import type { Flood } from './flood.ts';
import type { Unnoted } from './unnoted.ts';

/** What looking after lanes is made of. */
export type LaneParts = {
  lanes: Lanes;
  senders: Senders;
  think: Thinking['think'];
  replies: Replies;
  now: () => Date;
  /** A name no other hold ever has. */
  newHolder: () => string;
  /** Whether the process is about to end: nothing new is begun then. */
  stopping: () => boolean;
  atWork: AtWork;
  /** Whether others wait for this process to have room for one more lane. */
  crowded: () => boolean;
  /** Whether this process has answered the update already, without the queue. */
  answered: (update: Update) => boolean;
  /** What was sent and is not noted yet. */
  unnoted: Unnoted;
  flood: Flood;
  /** Seconds to wait after the so many-th try failed. */
  backoffSeconds: (tries: number) => number;
  /** Told of trouble by code only. */
  onTrouble: (code: MailboxTrouble) => void;
};

export type MailboxTrouble =
  | 'mailbox-store'
  | 'mailbox-direct'
  | 'mailbox-direct-unsent'
  | 'mailbox-turn'
  | 'mailbox-gave-up'
  | 'mailbox-unreadable'
  | 'mailbox-refused'
  | 'mailbox-gone'
  | 'mailbox-lane'
  | 'mailbox-no-channel'
  | 'mailbox-sweep'
  | 'mailbox-restarted';

/** Tries of one update before it is given up. */
export const mostTries = 5;
/** How long one turn may take, and one sending. Together well under the time a lane is held without a sign. */
export const turnLimitMs = 12_000;
export const sendLimitMs = 25_000;
/** Older than this, nothing is answered or sent as if it were fresh: the phone may be in other hands. */
export const staleMs = 60 * 60_000;
