import type { Incoming } from '../../src/core/mailbox.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, memoryConversations } from '../fakes.ts';
import type { Turned } from './memory-mailbox.ts';

/** The real turn, or a scripted one, for a mailbox in memory, with the number of turns that are over. */
export function countedTurns(scripted?: (update: Update) => Promise<Reply>) {
  const conversations = memoryConversations();
  const turn = scripted ?? makeTurn(makeParts({ conversations, now: () => new Date() }));
  let over = 0;
  return {
    conversations,
    answered: () => over,
    async turned({ update }: Incoming): Promise<Turned> {
      const reply = await turn(update).finally(() => {
        over++;
      });
      return { reply, erased: !scripted && !conversations.stored.has(update.contact) };
    },
  };
}
