import type { Outgoing } from '../../core/mailbox.ts';
import type { Channel } from '../../core/update.ts';
import { type MessageOf, sendOn } from './channel.ts';
import type { BroadcastParts } from './parts.ts';

export type Broadcast = {
  /** Begins what is due, or withholds what may not be sent any more. */
  begin: () => Promise<void>;
  /** Looks for what was begun, here or elsewhere, and sees that it is sent. Resolves when the look is over; the sending goes on. Never rejects. */
  look: () => Promise<void>;
  /** Waits until what is under way is settled. `stopping` must be true by then. */
  stop: () => Promise<void>;
};

/** Sends approved messages to their subscribers, each channel by itself. */
export function makeBroadcast(parts: BroadcastParts): Broadcast {
  const { sends, senders, onTrouble } = parts;
  const channels = [...senders.keys()].filter((channel) => parts.perSecond(channel) > 0);
  const working = new Map<Channel, Promise<void>>();
  /** Messages under way in the form of each channel; made once for all who get them. */
  const forms = new Map<Channel, Map<number, Outgoing | null>>();
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      const now = parts.now();
      if (parts.isHeld()) {
        forms.clear();
        await sends.end(now);
        return;
      }
      await sends.end(now);
      const open = (await sends.sending()).map((campaign) => ({ id: campaign.id, reply: parts.reply(campaign) }));
      for (const channel of channels) {
        const sender = senders.get(channel);
        forms.set(channel, new Map(open.map(({ id, reply }) => [id, (reply && sender?.render(reply)[0]) ?? null])));
        work(channel, (campaign) => forms.get(channel)?.get(campaign));
      }
    } catch {
      onTrouble('broadcast-store');
    }
  }

  function work(channel: Channel, messageOf: MessageOf): void {
    const sender = senders.get(channel);
    if (!sender || parts.stopping() || working.has(channel)) return;
    const job = sendOn(channel, sender, messageOf, parts).finally(() => working.delete(channel));
    working.set(channel, job);
  }

  return {
    async begin() {
      if (parts.stopping() || parts.isHeld()) return;
      const now = parts.now();
      for (const campaign of await sends.due(now)) {
        if (campaign.endsAt > now && parts.reply(campaign) !== null) await sends.begin(campaign.id, channels, now);
        else {
          onTrouble('broadcast-withheld');
          await sends.withhold(campaign.id, now);
        }
      }
    },
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
