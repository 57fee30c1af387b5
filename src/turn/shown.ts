import type { Conversation, Topic } from '../core/conversation.ts';
import { menuOf } from '../core/menu.ts';
import type { Replies } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import { encodeChoice, type Update } from '../core/update.ts';
import { withoutUnknownPhones } from './guard.ts';
import { linesOnly } from './last-resort.ts';
import type { Parts } from './parts.ts';

/** The reply without numbers nobody vouches for. A reply that cannot be checked, or loses all, becomes the lines. */
export function checked(reply: Reply, parts: Pick<Parts, 'directory' | 'today' | 'onTrouble'>, own?: string): Reply {
  try {
    const kept = withoutUnknownPhones(reply, parts.directory, parts.today(), own);
    if (kept) return kept;
  } catch {
    // Said below.
  }
  parts.onTrouble('phones');
  return { ...reply, ...linesOnly(reply.outcome), welcome: null };
}

/** What can be picked by its number from now on; a list shown earlier stays while nothing takes its place. */
export function withMenu(topic: Topic | null, { offers }: Reply): Topic | null {
  const offered = menuOf(offers).map(({ choice }) => encodeChoice(choice));
  return offered.length === 0 ? topic : { passages: [], shown: 0, ...topic, offered };
}

/** Nothing is known of who writes so and what: they get the fixed line alone, and the talk stays as it was. */
export function isHidden({ content }: Update): boolean {
  return content.kind === 'unsupported' && content.what === 'hidden';
}

/** Adds the once-only introduction, never before an emergency. Without it the turn goes on. */
export function withWelcome(reply: Reply, conversation: Conversation, update: Update, replies: Replies): Reply {
  if (conversation.stage !== 'new' || reply.level === 'emergency' || isHidden(update)) return reply;
  try {
    return { ...reply, welcome: replies.get('welcome').bubbles.join('\n\n') };
  } catch {
    return reply;
  }
}
