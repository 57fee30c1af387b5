import type { Conversation } from '../core/conversation.ts';
import { isClear } from '../core/heard-words.ts';
import type { Replies } from '../core/ports.ts';
import { plainReply } from '../core/reply.ts';
import type { Update } from '../core/update.ts';
import type { Carried } from './carry-out.ts';
import type { Parts } from './parts.ts';
import { within } from './within.ts';

/** A voice note that was listened to: its words as if typed, or that they were not clear. */
export type Listened = { kind: 'said'; update: Update; words: string } | { kind: 'unclear' };

/** Time kept for answering what was heard. */
const keptMs = 1_500;

/** Listens to a voice note where there is something to listen with; `null` for everything else. Never rejects. */
export async function listened(update: Update, until: number, { writing }: Parts): Promise<Listened | null> {
  const { content, channel } = update;
  if (!writing?.listener || content.kind !== 'unsupported' || content.recording === undefined) return null;
  const ms = until - keptMs - performance.now();
  if (ms < 100) return null;
  const signal = AbortSignal.timeout(Math.floor(ms));
  const text = await within(ms, writing.listener.hear(channel, content.recording, signal)).catch(() => null);
  if (text === null) return null;
  const words = text.reveal().replace(/\s+/g, ' ').trim();
  if (!isClear(words)) return { kind: 'unclear' };
  return { kind: 'said', update: { ...update, content: { kind: 'text', text } }, words };
}

/** Shows what was understood: before an answer, below a card, whose first words are the numbers to call. */
export function shownBack(carried: Carried, words: string, { replies }: Parts): Carried {
  const shown = words.length > mostShown ? `${words.slice(0, mostShown)}…` : words;
  const heard = textOf('voice-heard', replies, { words: shown });
  if (heard === null) return carried;
  const { reply } = carried;
  const [first = '', ...rest] = reply.bubbles;
  // In one with the answer, whose sources stand below it.
  const bubbles = reply.outcome === 'help' ? [...reply.bubbles, ...heard] : [[...heard, first].join('\n\n'), ...rest];
  return { ...carried, own: `${carried.own ?? ''} ${words}`, reply: { ...reply, bubbles } };
}

const mostShown = 200;

/** Help is offered to whoever cannot be understood; `null` when the words for it are missing. */
export function unclear({ replies }: Parts, conversation: Conversation): Carried | null {
  const bubbles = textOf('voice-unclear', replies);
  if (bubbles === null) return null;
  const { topic, care } = conversation.stage === 'open' ? conversation : { topic: null, care: null };
  const reply = { ...plainReply(bubbles, 'smalltalk'), helpOffered: true };
  return { topic, care, reply, erased: false, subject: 'voice-unclear' };
}

function textOf(id: string, replies: Replies, values: Record<string, string> = {}): string[] | null {
  try {
    return replies.get(id, values).bubbles;
  } catch {
    return null;
  }
}
