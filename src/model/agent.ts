import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { ChatOpenAI } from '@langchain/openai';
import { type AgentMiddleware, createAgent, createMiddleware, modelRetryMiddleware, providerStrategy } from 'langchain';
import type { z } from 'zod';
import { boundedFetch, boundedPieces } from './bounded-fetch.ts';
import type { Prompt } from './prompts.ts';

export type Server = { baseUrl: string | null; apiKey: string; model: string };

/** What the model said, in the form asked for, and what it used. */
export type Said<T> = { value: T; tokensIn: number | null; tokensOut: number | null };

/** Asks once more at most, soon: somebody waits. */
const retry = { maxRetries: 1, initialDelayMs: 150, backoffFactor: 1, jitter: false, onFailure: 'error' } as const;
/** The most a model may write. */
export const mostTokensOut = 700;

/** `onText`: told what of the answer is there, again and again, from its beginning; a second try begins anew. */
export type Ask<T> = (
  values: Record<string, string>,
  signal: AbortSignal,
  onText?: (soFar: string) => void,
) => Promise<Said<T>>;

/**
 * One thing a model is asked, as an agent without tools: the form of its answer is demanded of the server and checked
 * here. Rejects when the server fails twice, is too slow or gives another form. `onCall` is told of every call made.
 */
export function makeAsk<T extends z.ZodObject>(
  server: Server,
  prompt: Prompt,
  schema: T,
  onCall: () => void,
): Ask<z.infer<T>> {
  const modelOf = (inPieces: boolean) =>
    new ChatOpenAI({
      model: server.model,
      apiKey: server.apiKey,
      temperature: 0,
      maxTokens: mostTokensOut,
      maxRetries: 0,
      configuration: {
        ...(server.baseUrl === null ? {} : { baseURL: server.baseUrl }),
        fetch: inPieces ? boundedPieces : boundedFetch,
        logLevel: 'off',
      },
    });
  const counted = createMiddleware({
    name: 'counted',
    wrapModelCall: (request, handler) => {
      onCall();
      return handler(request);
    },
  });
  const mayHelp = (error: Error) => error.name !== 'AbortError' && error.name !== 'TimeoutError' && !isRefusal(error);
  const agentOf = (inPieces: boolean) =>
    createAgent({
      model: modelOf(inPieces),
      tools: [],
      systemPrompt: prompt.system,
      responseFormat: providerStrategy(schema),
      // Its types do not allow for `exactOptionalPropertyTypes`.
      middleware: [modelRetryMiddleware({ ...retry, retryOn: mayHelp }) as unknown as AgentMiddleware, counted],
    });
  const agents = { whole: agentOf(false), pieces: agentOf(true) };
  return async (values, signal, onText) => {
    const messages = [{ role: 'user', content: prompt.render(values) }];
    let soFar = '';
    const told = Object.assign(
      BaseCallbackHandler.fromMethods({
        handleChatModelStart: () => {
          soFar = '';
        },
        handleLLMNewToken: (piece: string) => {
          soFar += piece;
          onText?.(soFar);
        },
      }),
      {
        // The model's own setting for this would count tokens with tables from the network.
        lc_prefer_streaming: true,
        // None may come after the answer.
        awaitHandlers: true,
      },
    );
    const state = (await (onText ? agents.pieces : agents.whole).invoke(
      { messages },
      { signal, callbacks: onText ? [told] : [] },
    )) as State;
    const value = schema.parse(state.structuredResponse);
    const usage = state.messages.at(-1)?.usage_metadata;
    return { value, tokensIn: usage?.input_tokens ?? null, tokensOut: usage?.output_tokens ?? null };
  };
}

/** What of an agent's state is looked at: the library's own type depends on the form asked for. */
type State = {
  structuredResponse?: unknown;
  messages: Array<{ usage_metadata?: { input_tokens: number; output_tokens: number } }>;
};

/** The server will not take this call, however often. */
function isRefusal(error: Error): boolean {
  const { status } = error as { status?: number };
  return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
}
