import { type Conversation, forgetMs } from '../core/conversation.ts';
import type { ConversationStore, TurnRecord } from '../core/ports.ts';

/** Talks remembered at once; a flood of invented contacts costs a fixed amount of memory. */
const most = 10_000;

/** A store that can be told of a state before it is stored. */
export type Remembering = ConversationStore & { remember(turn: TurnRecord, now: Date): void };

/**
 * The store, with a short memory in this process for when it fails: after a disclosure the next words must be read in
 * its light even if the database is gone. `load` never rejects for want of the store; the others still do, so that
 * nobody is told that something was erased when it was not.
 */
export function remembering(store: ConversationStore, onTrouble: () => void): Remembering {
  const recent = new Map<string, { talk: Conversation; at: number }>();
  return {
    async load(contact, now) {
      try {
        return open(await store.load(contact, now));
      } catch {
        onTrouble();
        const known = recent.get(contact);
        return known && Math.abs(now.getTime() - known.at) <= forgetMs ? known.talk : { stage: 'new' };
      }
    },
    remember(turn, now) {
      recent.delete(turn.contact);
      recent.set(turn.contact, { talk: turn.next, at: now.getTime() });
      for (const [contact, { at }] of recent) {
        if (recent.size <= most && now.getTime() - at <= forgetMs) break;
        recent.delete(contact);
      }
    },
    record: (turn, now) => store.record(turn, now),
    async erase(contact) {
      recent.delete(contact);
      await store.erase(contact);
    },
  };
}

/** The stored state; throws when it is not one of ours. */
function open(stored: Conversation): Conversation {
  if (stored.stage === 'new' || (stored.stage === 'open' && stored.seenAt instanceof Date)) return stored;
  throw new Error('unreadable state');
}
