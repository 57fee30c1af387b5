import type { ParcelTask } from '../core/lanes.ts';
import type { Sender } from '../core/mailbox.ts';
import type { Replies } from '../core/ports.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import { linesOnly } from '../turn/last-resort.ts';

/** The reply to a message that could not be answered after all tries. */
export function troubleReply(replies: Replies): Reply {
  return spoken('trouble', replies);
}

/** The one neutral line after the bot was away for long. */
export function awayReply(replies: Replies): Reply {
  return spoken('away', replies);
}

/** The emergency lines in words kept in code. */
export function linesReply(): Reply {
  return { ...plainReply([], 'trouble'), ...linesOnly('trouble') };
}

/** The one line to who writes more than can be answered. */
export function tooManyReply(replies: Replies): Reply {
  return spoken('too-many', replies);
}

function spoken(id: 'trouble' | 'away' | 'too-many', replies: Replies): Reply {
  try {
    return { ...plainReply(replies.get(id).bubbles, 'trouble'), helpOffered: true };
  } catch {
    return linesReply();
  }
}

/** A reply as parcels for the channel. */
export function messagesOf(sender: Sender, reply: Reply, last = false): ParcelTask[] {
  return sender.render(reply).map((message) => ({ kind: 'message', message, last }));
}

/** Like `messagesOf`, for words that matter more than their form: nothing at all when they cannot be rendered. */
export function messagesIfAny(sender: Sender, reply: Reply, last = false): ParcelTask[] {
  try {
    return messagesOf(sender, reply, last);
  } catch {
    return [];
  }
}
