import type { Incoming, Sender, Senders } from '../core/mailbox.ts';
import type { Replies } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import type { Channel, ContactId, Update } from '../core/update.ts';
import { within } from '../turn/within.ts';
import type { Ending } from './ending.ts';
import { type LaneParts, sendLimitMs, staleMs } from './parts.ts';
import { awayReply, linesReply } from './words.ts';

/** Updates remembered as answered; a flood costs a fixed amount of memory. */
const mostRemembered = 10_000;
const mostSends = 3;
const longestWaitSeconds = 5;
const keepLimitMs = 5_000;

/** Ids of messages of both sides that could not be kept for erasing yet. */
export type Unkept = { contact: ContactId; channel: Channel; ids: string[] };

export type Direct = {
  /** Turns and sends without the queue, after what this contact is still getting that way. Never rejects. */
  answer(incoming: Incoming): Promise<'taken' | 'seen'>;
  /** Whether the update was answered this way: should it turn up in the queue after all, it is done. */
  answered(update: Update): boolean;
  /** Keeps the ids of what was said this way for erasing, should the database take them now. Never rejects. */
  keepIds(): Promise<void>;
};

/** The way round the queue, for when the database cannot take an update: help never waits for a database. */
export function makeDirect(parts: {
  turn: (update: Update) => Promise<Reply>;
  senders: Senders;
  replies: Replies;
  now: () => Date;
  /** Keeps ids of messages for erasing. Rejects while the database does not take them. */
  keep: (unkept: Unkept) => Promise<void>;
  ending: Ending;
  onTrouble: LaneParts['onTrouble'];
}): Direct {
  const unkept: Unkept[] = [];
  const done = new Set<string>();
  const tails = new Map<string, Promise<void>>();
  const keyOf = ({ channel, id }: Update) => `${channel}:${id}`;

  return {
    answered: (update) => done.has(keyOf(update)),
    async answer(incoming) {
      const { update } = incoming;
      if (done.has(keyOf(update))) return 'seen';
      done.add(keyOf(update));
      for (const oldest of done) {
        if (done.size <= mostRemembered) break;
        done.delete(oldest);
      }
      const tail = (tails.get(update.contact) ?? Promise.resolve()).then(() => say(incoming));
      tails.set(update.contact, tail);
      await tail;
      if (tails.get(update.contact) === tail) tails.delete(update.contact);
      return 'taken';
    },
    async keepIds() {
      for (let one = unkept[0]; one; one = unkept[0]) {
        try {
          await within(keepLimitMs, parts.keep(one));
        } catch {
          return;
        }
        unkept.shift();
      }
    },
  };

  async function say(incoming: Incoming): Promise<void> {
    const { contact, channel } = incoming.update;
    const ids = [...incoming.messageIds];
    await sayTo(incoming, ids);
    if (ids.length === 0) return;
    unkept.push({ contact, channel, ids });
    if (unkept.length > mostRemembered) unkept.shift();
  }

  /** Adds the ids of what was sent to `ids`. */
  async function sayTo({ update, address }: Incoming, ids: string[]): Promise<void> {
    parts.onTrouble('mailbox-direct');
    const sender = parts.senders.get(update.channel);
    try {
      const isStale = parts.now().getTime() - update.sentAt.getTime() > staleMs;
      const reply = isStale ? awayReply(parts.replies) : await parts.turn(update);
      // What this turn leaves may not have been stored.
      if (isStale || reply.level !== 'none') parts.ending.add(update.contact);
      if (sender && (await sendAll(sender, address, reply, ids))) return;
    } catch {
      parts.ending.add(update.contact);
      // A reply that cannot be made or rendered: the lines can.
      if (sender && (await sendAll(sender, address, linesReply(), ids).catch(() => false))) return;
    }
    parts.onTrouble('mailbox-direct-unsent');
  }
}

async function sendAll(sender: Sender, address: string, reply: Reply, ids: string[]): Promise<boolean> {
  for (const message of sender.render(reply)) {
    let sent = false;
    for (let attempt = 1; !sent; attempt++) {
      const result = await within(sendLimitMs, sender.send(address, message)).catch(() => null);
      if (result?.kind === 'sent') {
        sent = true;
        ids.push(...result.ids);
        break;
      }
      if (result?.kind === 'gone' || result?.kind === 'refused' || attempt === mostSends) return false;
      const seconds = Math.min(longestWaitSeconds, result?.afterSeconds ?? attempt);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    }
  }
  return true;
}
