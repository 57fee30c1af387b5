import type { Reply } from './reply.ts';
import type { Channel, ContactId, Update } from './update.ts';

// The contract between a queued channel (Telegram, Zalo) and the durable mailbox. The channel decodes, checks the
// signature and calls `accept`; everything after that (turn, order, retries, sending, erasing) is the mailbox's.

/** What a channel hands over for one update. `update.channel` and `update.id` together name it for ever. */
export type Incoming = {
  update: Update;
  /** Where to answer, in the channel's own form (a chat id). Kept sealed, and only while something waits for it. */
  address: string;
  /** The platform's ids of the person's own message, so that erasing reaches it; empty where there is none to remove. */
  messageIds: string[];
  /** The platform's running number of updates, where it has one: a contact's messages are answered in its order. */
  sequence: number | null;
  receivedAt: Date;
};

export interface Mailbox {
  /**
   * Takes responsibility for the update: once this resolves the platform may be told "received", in milliseconds and
   * whatever the turn takes. `seen`: it was delivered before, nothing will happen. When the database cannot take it,
   * the turn is run directly from memory and its reply sent, so that a disclosure still gets its card; that too is
   * `taken`. Never rejects while the process is healthy. An update sent more than an hour ago gets one neutral line
   * for the contact instead of a turn; the channel need not look at its age.
   */
  accept(incoming: Incoming): Promise<'taken' | 'seen'>;
  /** The person blocked the bot: drops what waits to be sent to them and what was kept for erasing. */
  gone(contact: ContactId): Promise<void>;
}

/** One platform message in the channel's own form. Plain JSON: it waits, sealed, in the outbox. */
export type Outgoing = Readonly<Record<string, unknown>>;

export type SendResult =
  /** On its way; `ids` are the platform's message ids, kept sealed for 47 hours for erasing. */
  | { kind: 'sent'; ids: string[] }
  /**
   * Not now: flood limit, server error, no network. The mailbox tries again, in order, not before this time. `unsure`: the
   * platform may have taken it all the same; what is sent to many is then not sent again.
   */
  | { kind: 'retry'; afterSeconds: number; unsure?: true }
  /** The person blocked the bot or the chat is no more: all that waits for this contact is dropped. */
  | { kind: 'gone' }
  /** This message will never be accepted. The mailbox sends the emergency lines in its place, once. */
  | { kind: 'refused' };

export type RemoveResult =
  /** Done as far as the platform allows; `left` of the ids could not be removed. */
  { kind: 'removed'; left: number } | { kind: 'retry'; afterSeconds: number } | { kind: 'gone' };

/**
 * How a channel sends. At most one call runs for a contact at a time, in order; calls for different contacts run side
 * by side. A rejection counts as `retry`. Long waits are reported, not waited for (a few seconds at most). After a
 * crash between sending and noting it, the same message is sent once more: no platform here can tell.
 */
export interface Sender {
  /** The messages that show a reply, in order, each within the platform's limits. Pure, and the first is never empty. */
  render(reply: Reply): Outgoing[];
  send(address: string, message: Outgoing): Promise<SendResult>;
  /** Removes messages of both sides, oldest id first. Absent where the platform cannot. */
  remove?(address: string, ids: string[]): Promise<RemoveResult>;
  /**
   * What to say when a conversation was erased: `reply` is the turn's own confirmation, `left` how many known messages
   * could not be removed (of `known`). Without it `render(reply)` is sent.
   */
  renderErased?(reply: Reply, removal: { known: number; left: number }): Outgoing[];
  /**
   * Shows what may be seen of an answer that is still being made, in place of what was shown for `id` before. It leaves
   * nothing in the chat. `false`: not here, or not now; it is not tried again for this answer. Never rejects.
   */
  preview?(address: string, id: string, text: string): Promise<boolean>;
  /** A hint that the turn takes long ("typing"). Its failure changes nothing. */
  busy?(address: string): Promise<void>;
}

/** The channels that are switched on, by name. */
export type Senders = ReadonlyMap<Channel, Sender>;
