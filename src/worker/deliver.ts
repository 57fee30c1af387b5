import type { Hold, Parcel } from '../core/lanes.ts';
import type { RemoveResult, Sender, SendResult } from '../core/mailbox.ts';
import { within } from '../turn/within.ts';
import { type LaneParts, sendLimitMs, staleMs } from './parts.ts';
import { erasedMessages } from './turn-letter.ts';
import { awayReply, linesReply, messagesIfAny } from './words.ts';

const longestWaitSeconds = 3_600;

/** What came of a parcel: it is done with, all of the contact's parcels are, or it is tried again later. */
export type Delivered =
  | { kind: 'done' }
  | { kind: 'dropped' }
  | { kind: 'later'; seconds: number }
  /** Done with, and the lane given back; `waits`: more is due. */
  | { kind: 'left'; waits: boolean };
const done: Delivered = { kind: 'done' };

/**
 * Sends one parcel and notes what came of it. What could not be sent within the hour is not sent late: one neutral line
 * takes its place. `last`: nothing is known to come after it, so that the lane is left once it was sent.
 */
export async function deliver(
  hold: Hold,
  parcel: Parcel,
  sender: Sender,
  parts: LaneParts,
  last = false,
): Promise<Delivered> {
  const { lanes, replies, unnoted, onTrouble } = parts;
  const { task, address } = parcel;
  const isLate = parts.now().getTime() - parcel.createdAt.getTime() > staleMs;
  const putOff = async (seconds: number): Promise<Delivered> => {
    const wait = Math.min(longestWaitSeconds, Math.max(seconds, 0));
    await lanes.postpone(hold, parcel, wait);
    return { kind: 'later', seconds: wait };
  };
  const before = unnoted.idsOf(parcel.id);
  if (task.kind === 'message' && isLate && before === null) {
    await lanes.replace(hold, parcel, messagesIfAny(sender, awayReply(replies), true), true);
    return done;
  }
  const result = before === null ? await attempt(sender, parcel) : { kind: 'sent' as const, ids: before };
  switch (result.kind) {
    case 'sent':
      unnoted.add(parcel.id, result.ids);
      if (last) {
        const waits = await lanes.leave(hold, { parcel, ids: result.ids });
        unnoted.noted(parcel.id);
        return { kind: 'left', waits };
      }
      await lanes.sent(hold, parcel, result.ids);
      unnoted.noted(parcel.id);
      return done;
    case 'gone':
      onTrouble('mailbox-gone');
      await lanes.drop(hold.contact);
      return { kind: 'dropped' };
    case 'refused': {
      onTrouble('mailbox-refused');
      const instead = task.kind === 'message' && !task.last ? messagesIfAny(sender, linesReply(), true) : [];
      await lanes.replace(hold, parcel, instead);
      return done;
    }
    case 'removed':
      await lanes.replace(hold, parcel, confirmed(result.left));
      return done;
    case 'retry':
      if (task.kind !== 'remove' || !isLate) return putOff(result.afterSeconds);
      await lanes.replace(hold, parcel, confirmed(task.ids.length));
      return done;
  }

  function confirmed(left: number) {
    return task.kind === 'remove'
      ? erasedMessages(sender, task.confirm, { known: task.ids.length, left })
      : messagesIfAny(sender, linesReply(), true);
  }

  async function attempt(via: Sender, { attempts }: Parcel): Promise<SendResult | RemoveResult> {
    try {
      if (task.kind === 'message') return await within(sendLimitMs, via.send(address, task.message));
      if (!via.remove) return { kind: 'removed', left: task.ids.length };
      return await within(sendLimitMs, via.remove(address, task.ids));
    } catch {
      return { kind: 'retry', afterSeconds: parts.backoffSeconds(attempts + 1) };
    }
  }
}
