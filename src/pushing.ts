import type { Pool } from 'pg';
import type { Campaign } from './core/broadcast/campaign.ts';
import { pushedPerSecond } from './core/broadcast/subscription.ts';
import type { Senders } from './core/mailbox.ts';
import type { Reply } from './core/reply.ts';
import type { Channel } from './core/update.ts';
import type { Words } from './live/words.ts';
import { postgresSends } from './postgres/broadcast/sends.ts';
import type { Seals } from './postgres/mailbox/seal.ts';
import { pushed } from './turn/push.ts';
import { type Broadcast, makeBroadcast } from './worker/broadcast/broadcast.ts';
import type { BroadcastParts } from './worker/broadcast/parts.ts';
import type { Ending } from './worker/ending.ts';

/** How a message to subscribers reads, and how many a second a channel may get. */
export type Push = {
  /** `null` when it may not be sent any more. */
  reply: (campaign: Campaign) => Reply | null;
  /** Whether nothing is to go out for now. */
  isHeld?: () => boolean;
  perSecond?: (channel: Channel) => number;
};

/** The content as it is now. */
export type Contents = {
  content: { current: () => { words: Pick<Words, 'knowledge' | 'replies' | 'daily'>; answers: { off: boolean } } };
};

/** Messages to subscribers as the content is now; nothing goes out while answers are switched off, or the service is over. */
export function pushOf(bot: Contents, isOver: () => boolean): Push {
  return { reply: (campaign) => messageOf(campaign, bot), isHeld: () => bot.content.current().answers.off || isOver() };
}

/** A message as people get it; `null` when it may not be sent any more. */
export function messageOf(
  message: Pick<Campaign, 'fact' | 'words' | 'dayName' | 'day'>,
  { content }: Contents,
): Reply | null {
  const { knowledge, replies, daily } = content.current().words;
  return pushed(message, { facts: daily.facts, knowledge, replies });
}

/** Sending to subscribers put together. Without `push` nothing is sent; subscriptions that must end are ended all the same. */
export function openPushing(
  pool: Pool,
  seals: Seals,
  senders: Senders,
  ending: Ending,
  push: Push | undefined,
  more: Pick<BroadcastParts, 'now' | 'newHolder' | 'stopping' | 'onTrouble'>,
): Broadcast & { endDue: () => Promise<void> } {
  const sends = postgresSends(pool, seals);
  const endDue = () => ending.settle(sends.unsubscribe);
  const nothing = async () => {};
  if (push === undefined) return { begin: nothing, look: nothing, stop: nothing, endDue };
  const { reply, isHeld = () => false, perSecond = pushedPerSecond } = push;
  const isEnding = (contact: string) => ending.has(contact);
  return { ...makeBroadcast({ sends, senders, reply, isHeld, perSecond, isEnding, ...more }), endDue };
}
