import { type ClosingStage, closingStage } from '../core/closing.ts';
import type { Replies } from '../core/ports.ts';
import { plainReply } from '../core/reply.ts';
import { spokenDay } from '../core/spoken-day.ts';
import type { Thinking, Thought } from './turn.ts';

type Options = { closesOn: string; today: () => string; replies: Replies };

/**
 * The same thinking for a service that ends on a day. Before it, each new talk is told once. From it on, a question gets
 * the fixed words that say where else to ask; a cry for help, a wish to erase and what the desk says stay as they are.
 */
export function closing(thinking: Thinking, { closesOn, today, replies }: Options): Thinking {
  const as: Record<ClosingStage, (thought: Thought) => Thought> = {
    open: (thought) => thought,
    announced: (thought) => announced(thought, replies, closesOn),
    closed: (thought) => (thought.ordinary || subscribes(thought) ? closed(thought, replies) : thought),
  };
  return {
    ...thinking,
    async think(update, known, preview) {
      // What will not be answered in the end is not shown on the way.
      const isOpen = closingStage(closesOn, today()) !== 'closed';
      const thought = await thinking.think(update, known, isOpen ? preview : undefined);
      try {
        return as[closingStage(closesOn, today())](thought);
      } catch {
        // Without the fixed words the turn is what it would have been.
        return thought;
      }
    },
  };
}

function announced(thought: Thought, replies: Replies, closesOn: string): Thought {
  const { welcome } = thought.reply;
  if (welcome === null) return thought;
  const soon = replies.get('closing-soon', { day: spokenDay(closesOn) }).bubbles;
  return { ...thought, reply: { ...thought.reply, welcome: [welcome, ...soon].join('\n\n') } };
}

/** Nothing will be sent any more. */
function subscribes({ record }: Thought): boolean {
  return record?.subscription === 'daily' || record?.subscription === 'days';
}

function closed(thought: Thought, replies: Replies): Thought {
  const reply = { ...plainReply(replies.get('closed').bubbles, 'decline'), helpOffered: true };
  const { record } = thought;
  if (record === null) return { ...thought, reply };
  // What was answered was not said: nothing can be picked from it, and it counts as declined.
  const { next, fact } = record;
  const talk = next.stage === 'open' ? { ...next, topic: null, play: undefined } : next;
  return {
    ...thought,
    reply,
    record: {
      ...record,
      subscription: undefined,
      next: talk,
      fact: { ...fact, topic: 'closed', document: null, outcome: 'decline' },
    },
  };
}
