import type { Api } from 'grammy';
import type { Mailbox } from '../../core/mailbox.ts';
import type { Replies } from '../../core/ports.ts';
import type { ContactId } from '../../core/update.ts';
import { type Decoded, decode, type Tap } from './decode.ts';

type Options = {
  api: Api;
  mailbox: Mailbox;
  replies: Replies;
  contactOf: (chat: string) => ContactId;
  now: () => Date;
  onTrouble: (code: 'malformed') => void;
};

export type Intake = {
  /** Takes responsibility for one update. Rejects when the mailbox cannot take it. */
  take: (raw: unknown) => Promise<'taken' | 'malformed'>;
  /** Takes many: of different chats side by side, of one chat in order. */
  takeAll: (raw: unknown[]) => Promise<void>;
};

/** How long a group that was left is not spoken to again. */
const leavingMs = 60_000;

/** What happens to an update once it was fetched or delivered. */
export function makeIntake({ api, mailbox, replies, contactOf, now, onTrouble }: Options): Intake {
  const leaving = new Set<string>();

  async function takeOne(found: Decoded): Promise<'taken' | 'malformed'> {
    switch (found.kind) {
      case 'said':
        await hand(found);
        return 'taken';
      case 'group':
        void leaveGroup(found.chat);
        return 'taken';
      case 'blocked':
        await mailbox.gone(contactOf(found.chat));
        return 'taken';
      case 'ignored':
        return 'taken';
      case 'malformed':
        onTrouble('malformed');
        return 'malformed';
    }
  }

  async function hand({ chat, id, sequence, sentAt, content, messageIds, tap }: Decoded & { kind: 'said' }) {
    const update = { id, channel: 'telegram', contact: contactOf(chat), sentAt, content } as const;
    await mailbox.accept({ update, address: chat, messageIds, sequence, receivedAt: now() });
    if (tap) void noteTap(chat, tap, content.kind === 'choice' ? content.choice.kind : '');
  }

  /** Stops the clock on the button, and takes away the question that was answered. Neither may fail anything. */
  async function noteTap(chat: string, { query, message, rows }: Tap, kind: string): Promise<void> {
    await api.answerCallbackQuery(query).catch(() => {});
    if (kind !== 'useful' && kind !== 'reached') return;
    const inline_keyboard = rows
      .map((row) => row.filter(({ data }) => !data.startsWith(`${kind}:`)))
      .filter((row) => row.length > 0)
      .map((row) => row.map(({ text, data }) => ({ text, callback_data: data })));
    await api.editMessageReplyMarkup(chat, message, { reply_markup: { inline_keyboard } }).catch(() => {});
  }

  /** A group is no place for this: says so once, and goes. */
  async function leaveGroup(chat: string): Promise<void> {
    if (leaving.has(chat)) return;
    leaving.add(chat);
    setTimeout(() => leaving.delete(chat), leavingMs).unref();
    await api
      .sendMessage(chat, replies.get('group').bubbles.join('\n'), { disable_notification: true })
      .catch(() => {});
    await api.leaveChat(chat).catch(() => {});
  }

  return {
    take: (raw) => takeOne(decode(raw, now())),
    async takeAll(raw) {
      const lanes = new Map<string, Decoded[]>();
      for (const one of raw) {
        const found = decode(one, now());
        const lane = 'chat' in found ? found.chat : '';
        const before = lanes.get(lane);
        if (before) before.push(found);
        else lanes.set(lane, [found]);
      }
      await Promise.all(
        [...lanes.values()].map(async (lane) => {
          for (const found of lane) await takeOne(found);
        }),
      );
    },
  };
}
