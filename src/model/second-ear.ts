import { z } from 'zod';
import type { SecondEar } from '../core/ports.ts';
import { levels } from '../core/triage.ts';
import { makeAsk, type Server } from './agent.ts';
import type { Breaker } from './breaker.ts';
import { loadPrompt } from './prompts.ts';
import type { Tally } from './tally.ts';

const opinion = z.object({ level: z.enum(levels) });

type Options = { server: Server; patienceMs: number; promptsDir: string; breaker: Breaker; tally: Tally };

/**
 * Asks the operator's own server whether somebody may be in need. An answer in another form is `unread`; a server that
 * does not answer, or fails, is no answer: what was heard without it stands. Words are not part of any budget: safety is
 * never too dear.
 */
export function makeSecondEar({ server, patienceMs, promptsDir, breaker, tally }: Options): SecondEar {
  const prompt = loadPrompt(promptsDir, 'triage', 'opinion');
  const ask = makeAsk(server, prompt, opinion, () => tally.count('calls'));
  return {
    patienceMs,
    async judge(message, signal) {
      if (!breaker.allows()) return null;
      try {
        const { value } = await ask({ message: message.outgoing() }, signal);
        breaker.succeeded();
        tally.count(`opinion-${value.level}`);
        return value.level;
      } catch (error) {
        if (signal.aborted || !isUnreadable(error)) {
          breaker.failed();
          return null;
        }
        breaker.succeeded();
        tally.count('opinion-unread');
        return 'unread';
      }
    },
  };
}

/** Whether the server answered, in another form than asked for. */
function isUnreadable(error: unknown): boolean {
  const { name = '', status } = error as { name?: string; status?: number };
  return status === undefined && /Syntax|Zod|Pars|Structured|LengthFinish/.test(name);
}
