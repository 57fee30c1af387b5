import type { Mailbox } from '../../../core/mailbox.ts';
import type { Replies } from '../../../core/ports.ts';
import type { Pseudonyms } from '../pseudonym.ts';
import type { BotApi } from './api.ts';
import { decode } from './decode.ts';

type Options = {
  api: BotApi;
  mailbox: Mailbox;
  replies: Replies;
  pseudonyms: Pseudonyms;
  now: () => Date;
  onTrouble: (code: 'malformed') => void;
};

/** Takes responsibility for one event. Rejects when the mailbox cannot take it. */
export type Take = (raw: unknown) => Promise<void>;

/** How long a group is not spoken to again. */
const quietMs = 60 * 60_000;

/** What happens to an event once it was fetched or delivered. */
export function makeIntake({ api, mailbox, replies, pseudonyms, now, onTrouble }: Options): Take {
  const told = new Map<string, number>();

  /** A group is no place for this, and a bot cannot leave one: says so, and hears nothing. */
  async function turnAway(group: string): Promise<void> {
    const at = now().getTime();
    for (const [other, before] of told) if (at - before > quietMs) told.delete(other);
    if (told.has(group)) return;
    told.set(group, at);
    await api('sendMessage', { chat_id: group, text: replies.get('group-stays').bubbles.join('\n') });
  }

  return async (raw) => {
    const found = decode(raw, now());
    switch (found.kind) {
      case 'said': {
        const { chat, sentAt, content } = found;
        const update = {
          id: pseudonyms.update(found.id),
          channel: 'zalo-bot',
          contact: pseudonyms.contact(chat),
          sentAt,
          content,
        } as const;
        // Nothing can be removed on Zalo, so no id of a message is kept; the moment of sending gives the order.
        const sequence = sentAt.getTime();
        await mailbox.accept({ update, address: chat, messageIds: [], sequence, receivedAt: now() });
        return;
      }
      case 'group':
        void turnAway(found.chat);
        return;
      case 'ignored':
        return;
      case 'malformed':
        onTrouble('malformed');
        return;
    }
  };
}
