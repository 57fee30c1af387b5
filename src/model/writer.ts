import { z } from 'zod';
import type { ModelPlace } from '../core/clearance/clear.ts';
import type { Writer } from '../core/ports.ts';
import { type Ask, makeAsk, mostTokensOut, type Server } from './agent.ts';
import type { Breaker } from './breaker.ts';
import type { Budget } from './budget.ts';
import { loadPrompt } from './prompts.ts';
import { sentencesSoFar } from './so-far.ts';
import type { Tally } from './tally.ts';

const understood = z.object({ question: z.string().max(400), about: z.enum(['law', 'plan', 'other']) });
const draft = z.object({
  answerable: z.boolean(),
  sentences: z.array(z.object({ text: z.string().max(2_000), passages: z.array(z.string().max(8)).max(6) })).max(20),
});

export type WriterOptions = {
  server: Server;
  place: ModelPlace;
  budgetMs: number;
  /** Calls at once: more answer without a model. */
  atOnce: number;
  promptsDir: string;
  breaker: Breaker;
  budget: Budget;
  tally: Tally;
  onTrouble: (code: 'model-failed' | 'model-resting') => void;
};

/** A rough upper bound of the tokens of a text in Vietnamese. */
const tokensOf = (text: string) => Math.ceil(text.length / 2);

/** Helps with words through langchain. Keeps the promises of `Writer`: whatever goes wrong is `null`. */
export function makeWriter(options: WriterOptions): Writer {
  const { server, promptsDir, breaker, budget, tally, onTrouble } = options;
  const onCall = () => tally.count('calls');
  const prompts = {
    understand: loadPrompt(promptsDir, 'understand', 'understood'),
    answer: loadPrompt(promptsDir, 'answer', 'draft'),
  };
  const asks = {
    understand: makeAsk(server, prompts.understand, understood, onCall),
    answer: makeAsk(server, prompts.answer, draft, onCall),
  };
  let running = 0;

  async function call<T>(
    ask: Ask<T>,
    prompt: (typeof prompts)['understand'],
    values: Record<string, string>,
    signal: AbortSignal,
    onText?: (soFar: string) => void,
  ): Promise<T | null> {
    if (running >= options.atOnce) return silent('busy');
    if (!breaker.allows()) return silent('resting');
    const settle = budget.reserve(tokensOf(prompt.system + prompt.render(values)), mostTokensOut);
    if (settle === null) return silent('budget');
    running++;
    try {
      const said = await ask(values, signal, onText);
      breaker.succeeded();
      if (said.tokensIn !== null && said.tokensOut !== null) settle(said.tokensIn, said.tokensOut);
      return said.value;
    } catch {
      if (breaker.failed()) onTrouble('model-resting');
      onTrouble('model-failed');
      return silent('failed');
    } finally {
      running--;
      void tally.flush();
    }
  }

  function silent(why: 'busy' | 'resting' | 'budget' | 'failed'): null {
    tally.count(`silent-${why}`);
    return null;
  }

  return {
    place: options.place,
    budgetMs: options.budgetMs,
    async understand(message, topic, signal) {
      const values = { message: message.outgoing(), topic: topic.join('; ') || 'chưa có' };
      return call(asks.understand, prompts.understand, values, signal);
    },
    async draft(message, question, passages, signal, onSentences) {
      const shown = passages.map(({ label, title, text }) => `[${label}] ${title}\n${text}`).join('\n\n');
      const values = { question, message: message.outgoing(), passages: shown };
      const onText = onSentences && ((soFar: string) => onSentences(sentencesSoFar(soFar)));
      const said = await call(asks.answer, prompts.answer, values, signal, onText);
      return said && (said.answerable ? said.sentences : []);
    },
    count: (what) => tally.count(what),
  };
}
