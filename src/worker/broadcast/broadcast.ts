import type { Outgoing } from '../../core/mailbox.ts';
import type { Channel } from '../../core/update.ts';
import { sendOn } from './channel.ts';
import type { BroadcastParts } from './parts.ts';

export type Broadcast = {
  /** Looks for what is due, and sees that it is sent. Resolves when the look is over; the sending goes on. Never rejects. */
  look: () => Promise<void>;
  /** Waits until what is under way is settled. `stopping` must be true by then. */
  stop: () => Promise<void>;
};

/** Sends approved messages to their subscribers, each channel by itself. */
export function makeBroadcast(parts: BroadcastParts): Broadcast {
  const { sends, senders, onTrouble } = parts;
  const channels = [...senders.keys()].filter((channel) => parts.perSecond(channel) > 0);
  const working = new Map<Channel, Promise<void>>();
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      const now = parts.now();
      for (const campaign of await sends.due(now)) {
        if (campaign.endsAt > now && parts.reply(campaign) !== null) await sends.begin(campaign.id, channels, now);
        else {
          onTrouble('broadcast-withheld');
          await sends.withhold(campaign.id, now);
        }
      }
      await sends.end(now);
      const open = await sends.sending();
      if (open.length > 0) for (const channel of channels) work(channel, await messagesOf(channel));
    } catch {
      onTrouble('broadcast-store');
    }
  }

  /** The messages under way in the form of a channel, by campaign; made once for all who get them. */
  async function messagesOf(channel: Channel): Promise<(campaign: number) => Outgoing | null> {
    const sender = senders.get(channel);
    const made = new Map<number, Outgoing | null>();
    for (const campaign of await sends.sending()) {
      const reply = parts.reply(campaign);
      made.set(campaign.id, (reply && sender?.render(reply)[0]) ?? null);
    }
    return (campaign) => made.get(campaign) ?? null;
  }

  function work(channel: Channel, messageOf: (campaign: number) => Outgoing | null): void {
    const sender = senders.get(channel);
    if (!sender || parts.stopping() || working.has(channel)) return;
    const job = sendOn(channel, sender, messageOf, parts).finally(() => working.delete(channel));
    working.set(channel, job);
  }

  return {
    async look() {
      if (parts.stopping()) return;
      looking ??= look().finally(() => {
        looking = null;
      });
      await looking;
    },
    async stop() {
      await looking;
      await Promise.all(working.values());
    },
  };
}
