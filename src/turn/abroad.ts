import type { Consent } from '../core/clearance/clear.ts';
import type { Conversation } from '../core/conversation.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import type { Update } from '../core/update.ts';
import type { Carried, Turn } from './carry-out.ts';
import type { Parts } from './parts.ts';

/** What the person said about words going abroad, in this talk. */
export function abroadOf(conversation: Conversation): Consent {
  return conversation.stage === 'open' ? (conversation.abroad ?? 'unasked') : 'unasked';
}

/** What is known of it after a turn; nothing where nobody asked. */
export function abroadAfter({ abroad }: Carried, conversation: Conversation): Consent | undefined {
  const known = abroad ?? abroadOf(conversation);
  return known === 'unasked' ? undefined : known;
}

const offers: Reply['offers'] = [
  { label: 'Đồng ý gửi', choice: { kind: 'abroad', yes: true } },
  { label: 'Không gửi', choice: { kind: 'abroad', yes: false } },
];

/** Whether a model abroad may be used at all here. */
function isAbroad({ writing }: Parts): boolean {
  return writing?.writer.place.location === 'abroad' && writing.writer.place.filed;
}

/**
 * The person's tap. A yes counts only in the talk in which it was asked: an old button, pressed by whoever holds the
 * phone later, asks again.
 */
export function settleAbroad(yes: boolean, { parts, conversation }: Turn): Carried {
  const before = abroadOf(conversation);
  const open = conversation.stage === 'open' ? conversation : { topic: null, care: null };
  const kept = { topic: open.topic, care: open.care, erased: false };
  const said = (id: string, abroad: Consent): Carried => {
    return { ...kept, reply: plainReply(parts.replies.get(id).bubbles, 'smalltalk'), subject: id, abroad };
  };
  if (!yes || !isAbroad(parts)) return said('abroad-no', 'no');
  if (before !== 'unasked') {
    const yes = said('abroad-yes', 'yes');
    return { ...yes, reply: { ...yes.reply, offers: offers.slice(1) } };
  }
  const again = said('abroad-ask', 'asked');
  return { ...again, reply: { ...again.reply, offers } };
}

/**
 * Asks once in a talk, under an ordinary answer or decline to typed words, never where somebody may be hurt. The
 * question was answered without a model: whoever says no, or nothing, loses nothing.
 */
export function withAbroadAsked(carried: Carried, conversation: Conversation, update: Update, parts: Parts): Carried {
  const { reply, care } = carried;
  const ordinary = reply.outcome === 'answer' || reply.outcome === 'decline';
  if (!isAbroad(parts) || !ordinary || reply.level !== 'none' || care !== null) return carried;
  if (update.content.kind !== 'text' || abroadOf(conversation) !== 'unasked') return carried;
  const bubbles = [...reply.bubbles, ...parts.replies.get('abroad-ask').bubbles];
  return { ...carried, reply: { ...reply, bubbles, offers: [...reply.offers, ...offers] }, abroad: 'asked' };
}
