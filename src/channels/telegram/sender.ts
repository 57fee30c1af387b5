import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import type { Outgoing, RemoveResult, Sender, SendResult } from '../../core/mailbox.ts';
import type { Replies } from '../../core/ports.ts';
import { plainReply, type Reply } from '../../core/reply.ts';
import { failureOf } from './failure.ts';
import { render, type TelegramMessage, type Words } from './render.ts';

/** What `deleteMessages` takes at once. */
const removedAtOnce = 100;
/** While Telegram is away or the token does not hold. */
const troubleSeconds = 5;
const unauthorisedSeconds = 60;

/** How replies reach people on Telegram, and how both sides' messages are removed. */
export function telegramSender(api: Api, words: Words, replies: Replies): Sender {
  return {
    render: (reply) => render(reply, words) as Outgoing[],

    async send(address, message) {
      const { text, entities, buttons } = message as TelegramMessage;
      try {
        const sent = await api.sendMessage(address, text, {
          ...(entities.length > 0 ? { entities } : {}),
          ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
          // A sound may be heard by somebody else.
          disable_notification: true,
          link_preview_options: { is_disabled: true },
        });
        return { kind: 'sent', ids: [`${sent.message_id}`] };
      } catch (error) {
        return notSent(error);
      }
    },

    async remove(address, ids) {
      let left = 0;
      const known = new Set(ids.map(Number));
      const all = withBetween([...known]);
      for (let at = 0; at < all.length; at += removedAtOnce) {
        const some = all.slice(at, at + removedAtOnce);
        try {
          await api.deleteMessages(address, some);
        } catch (error) {
          const failure = failureOf(error);
          if (failure.kind !== 'refused' && failure.kind !== 'unauthorised') return notRemoved(error);
          // One of them is too old or not ours to remove: the others need not stay for that.
          for (const id of some) {
            const outcome = await removeOne(api, address, id);
            if (typeof outcome !== 'boolean') return outcome;
            if (!outcome && known.has(id)) left++;
          }
        }
      }
      return { kind: 'removed', left };
    },

    renderErased(reply, { known, left }) {
      // Who leaves gets the harmless question alone; who erases is told what remains.
      if (covers(reply)) return render(reply, words) as Outgoing[];
      const { bubbles } = replies.get(left > 0 || known === 0 ? 'erased-partly' : 'erased-both-sides');
      return render({ ...reply, bubbles, offers: [], citations: [] }, words) as Outgoing[];
    },

    async preview(address, id, text) {
      const [first] = render(plainReply([text], 'answer'), words);
      if (!first || !/^\d+$/.test(address)) return false;
      try {
        return await api.sendMessageDraft(Number(address), draftIdOf(id), first.text);
      } catch {
        return false;
      }
    },

    async busy(address) {
      await api.sendChatAction(address, 'typing').catch(() => {});
    },
  };
}

/** Telegram knows a draft by a number that is not zero. */
function draftIdOf(id: string): number {
  return (createHash('sha256').update(id).digest().readUInt32BE() >>> 2) + 1;
}

/** Messages between two known ones that are removed with them, at most. */
const mostBetween = 20;

/**
 * The ids in order, and those between them: after a crash the first copy of a message was sent without anybody noting its
 * id. Ids of other chats are passed over by Telegram; all that is in this chat is to go.
 */
function withBetween(ids: number[]): number[] {
  const sorted = ids.sort((a, b) => a - b);
  return sorted.flatMap((id, at) => {
    const between = id - (sorted[at - 1] ?? id) - 1;
    return between > mostBetween || between < 1
      ? [id]
      : [...Array.from({ length: between }, (_, nth) => id - between + nth), id];
  });
}

function covers(reply: Reply): boolean {
  return reply.offers.some(({ choice }) => choice.kind === 'guess' || choice.kind === 'quiz');
}

/** Whether the message is gone from the chat now; a result when trying on makes no sense. */
async function removeOne(api: Api, address: string, id: number): Promise<boolean | RemoveResult> {
  try {
    await api.deleteMessage(address, id);
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused') return notRemoved(error);
    return notFound(error);
  }
}

/** The person removed it before us. */
function notFound(error: unknown): boolean {
  return error instanceof Error && /message to delete not found/i.test(error.message);
}

function notSent(error: unknown): SendResult {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'gone':
    case 'refused':
      return { kind: failure.kind };
    case 'down':
      return { kind: 'retry', afterSeconds: waitFor(failure), ...(failure.unsure ? { unsure: true } : {}) };
    default:
      return { kind: 'retry', afterSeconds: waitFor(failure) };
  }
}

function notRemoved(error: unknown): RemoveResult {
  const failure = failureOf(error);
  return failure.kind === 'gone' ? { kind: 'gone' } : { kind: 'retry', afterSeconds: waitFor(failure) };
}

function waitFor(failure: ReturnType<typeof failureOf>): number {
  if (failure.kind === 'flood') return failure.afterSeconds;
  return failure.kind === 'unauthorised' ? unauthorisedSeconds : troubleSeconds;
}
