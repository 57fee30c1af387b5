import type { Conversation } from './conversation.ts';
import type { Incoming, Outgoing } from './mailbox.ts';
import type { TurnRecord } from './ports.ts';
import type { Reply } from './reply.ts';
import type { Channel, ContactId } from './update.ts';

/** A contact's lane as one worker holds it: nobody else turns or sends for that contact meanwhile. */
export type Hold = { contact: ContactId; holder: string };

/** One waiting update. `attempts` counts this try too. */
export type Letter = { id: string; incoming: Incoming; attempts: number };

/** One thing to do for a contact on its channel. `attempts` counts the tries that were put off. */
export type Parcel = {
  id: string;
  channel: Channel;
  address: string;
  attempts: number;
  createdAt: Date;
  task: ParcelTask;
};

export type ParcelTask =
  /** `last`: it stands in for a message that was refused, so it is not replaced again. */
  | { kind: 'message'; message: Outgoing; last: boolean }
  /** Remove these messages, then confirm. */
  | { kind: 'remove'; ids: string[]; confirm: Reply };

export type Waiting =
  | { kind: 'parcel'; parcel: Parcel }
  /** `more`: other letters wait behind it. `talk`: the contact's stored talk where it was read along, else `null`. */
  | { kind: 'letter'; letter: Letter; more: boolean; talk: Conversation | null }
  /** The row cannot be opened: its key is gone. */
  | { kind: 'unreadable'; from: 'inbox' | 'outbox'; id: string }
  /** The next parcel is due in so many seconds; later ones wait behind it. */
  | { kind: 'later'; afterSeconds: number }
  | { kind: 'nothing' };

/** A lane that was taken as its letter came, and what comes first in it. */
export type Begun = { hold: Hold; first: Waiting };

/** What came of making way for a wish to erase. */
export type Cleared = 'no-wish' | 'dropped' | 'nothing-to-drop';

/** What a finished turn leaves behind, all in one transaction. */
export type Finished = {
  letter: Letter;
  /** State and fact of the turn; `null` when there was none, or the person erased everything. */
  record: TurnRecord | null;
  tasks: ParcelTask[];
  /** The tasks say that the bot was away: they are left out when the contact was told within the hour. */
  away: boolean;
  /** The person erased everything: ids kept for erasing go too, this letter's among them. */
  erased: boolean;
  /** Nobody read what was said: nothing is pushed to this contact from now on, for it may have been a cry for help. */
  unheard: boolean;
  now: Date;
};

/** The holder has lost the lane (it was too slow); another is at work, so nothing was written. */
export class LaneLost extends Error {}

/** The durable side of the mailbox, one contact at a time. Methods that take a `Hold` throw `LaneLost` without it. */
export interface Lanes {
  /** Takes the lane for the holder and tells what comes first, as `next` does; `null` while another holds it. */
  begin(hold: Hold): Promise<Waiting | null>;
  /** What comes next: parcels before letters, each in order. Keeps the lane, and counts the try of a letter. */
  next(hold: Hold): Promise<Waiting>;
  /** Ends the letter's turn: state, fact, parcels and the letter's end stand together or not at all. Returns the parcels. */
  finish(hold: Hold, finished: Finished): Promise<Parcel[]>;
  /** Ids of all messages of this contact that may still be removed, oldest first. */
  erasable(hold: Hold): Promise<string[]>;
  /** The parcel was sent: it goes, and the message ids stay for erasing. */
  sent(hold: Hold, parcel: Parcel, ids: string[]): Promise<void>;
  /** The parcel goes and these take its place; `away` as in `Finished`. */
  replace(hold: Hold, parcel: Parcel, tasks: ParcelTask[], away?: boolean): Promise<void>;
  /** Drops the messages that wait to be sent when a wish to erase waits behind them: what was erased must not arrive later. */
  clearWay(hold: Hold): Promise<Cleared>;
  /** Whether a wish to erase everything waits among the contact's letters. */
  wishWaits(contact: ContactId): Promise<boolean>;
  postpone(hold: Hold, parcel: Parcel, afterSeconds: number): Promise<void>;
  /** Removes a row that cannot be opened. */
  discard(hold: Hold, from: 'inbox' | 'outbox', id: string): Promise<void>;
  /** Drops all parcels of the contact and what was kept for erasing. */
  drop(contact: ContactId): Promise<void>;
  /**
   * Gives the lane back; `sent` was sent last and is noted as `sent` does. `true` when more waits that is due now: the
   * caller begins again.
   */
  leave(hold: Hold, sent?: { parcel: Parcel; ids: string[] }): Promise<boolean>;
  /** Asks for the contact to be looked at again after so many seconds. */
  again(contact: ContactId, afterSeconds: number): Promise<void>;
}
