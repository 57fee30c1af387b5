import type { Conversation } from '../core/conversation.ts';
import type { Finished, Hold, Letter, Parcel, ParcelTask } from '../core/lanes.ts';
import type { Sender } from '../core/mailbox.ts';
import { erasesAll, type Update } from '../core/update.ts';
import type { Thought } from '../turn/turn.ts';
import { withinOwnTime } from '../turn/within.ts';
import { type LaneParts, mostTries, staleMs, turnLimitMs } from './parts.ts';
import { previewOn } from './preview.ts';
import { awayReply, messagesIfAny, messagesOf, tooManyReply, troubleReply } from './words.ts';

/** A turn that takes longer than this shows that the bot is at work. */
const busyAfterMs = 800;

/**
 * Turns one letter and stores all it leaves in one transaction. Returns what to send now, or the seconds after which
 * to try the same letter again. After `mostTries` the person gets the trouble reply and the lane moves on.
 */
export async function turnLetter(
  hold: Hold,
  { letter, talk }: { letter: Letter; talk: Conversation | null },
  sender: Sender,
  parts: LaneParts,
): Promise<{ parcels: Parcel[] } | { againSeconds: number }> {
  const { update } = letter.incoming;
  const finish = async (leaves: Partial<Finished>) => ({ parcels: await parts.lanes.finish(hold, whole(leaves)) });
  const whole = (leaves: Partial<Finished>): Finished => ({
    letter,
    record: null,
    tasks: [],
    away: false,
    erased: false,
    unheard: false,
    now: parts.now(),
    ...leaves,
  });
  if (parts.answered(update)) return finish({});
  if (letter.attempts > mostTries) {
    parts.onTrouble('mailbox-gave-up');
    return finish({ unheard: true, tasks: messagesIfAny(sender, troubleReply(parts.replies)) });
  }
  if (isStale(update, parts.now()))
    return finish({ away: true, unheard: true, tasks: messagesIfAny(sender, awayReply(parts.replies)) });
  let leaves: Partial<Finished>;
  try {
    const preview = previewOn(sender, letter.incoming);
    // A machine without time for it makes a turn late, not lost: begun anew it would only be later.
    const thinking = withinOwnTime(turnLimitMs, parts.think(update, talk, preview?.show)).finally(() => preview?.end());
    const thought = await showingBusy(sender, letter, thinking);
    const flood = thought.ordinary ? parts.flood.takes(hold.contact, thought.at) : 'answer';
    // As if it had not been said: the talk stays where the person saw it.
    if (flood === 'drop') return finish({});
    if (flood === 'tell') return finish({ tasks: messagesIfAny(sender, tooManyReply(parts.replies)) });
    leaves = { record: thought.record, now: thought.at, ...(await tasksOf(thought, hold, letter, sender, parts)) };
  } catch {
    parts.onTrouble('mailbox-turn');
    return { againSeconds: parts.backoffSeconds(letter.attempts) };
  }
  return finish(leaves);
}

/** A wish to erase or to leave is good at any age. */
function isStale({ sentAt, content }: Update, now: Date): boolean {
  return !erasesAll(content) && now.getTime() - sentAt.getTime() > staleMs;
}

async function tasksOf(
  { reply, record }: Thought,
  hold: Hold,
  { incoming }: Letter,
  sender: Sender,
  parts: LaneParts,
): Promise<{ tasks: ParcelTask[]; erased: boolean }> {
  if (record !== null) return { tasks: messagesOf(sender, reply), erased: false };
  const ids = [...(await parts.lanes.erasable(hold)), ...incoming.messageIds];
  if (sender.remove && ids.length > 0) return { tasks: [{ kind: 'remove', ids, confirm: reply }], erased: true };
  return { tasks: erasedMessages(sender, reply, { known: ids.length, left: ids.length }), erased: true };
}

/** What to send once a conversation was erased. */
export function erasedMessages(
  sender: Sender,
  reply: Thought['reply'],
  removal: { known: number; left: number },
): ParcelTask[] {
  const messages = sender.renderErased?.(reply, removal) ?? sender.render(reply);
  return messages.map((message) => ({ kind: 'message', message, last: false }));
}

async function showingBusy<T>(sender: Sender, { incoming }: Letter, turn: Promise<T>): Promise<T> {
  const timer = setTimeout(() => void sender.busy?.(incoming.address).catch(() => {}), busyAfterMs);
  try {
    return await turn;
  } finally {
    clearTimeout(timer);
  }
}
