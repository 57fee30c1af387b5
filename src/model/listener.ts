import OpenAI, { toFile } from 'openai';
import type { Listener } from '../core/ports.ts';
import { PrivateText } from '../core/private-text.ts';
import type { Channel } from '../core/update.ts';
import type { Server } from './agent.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { Tally } from './tally.ts';

/** Fetches a recording from its platform into memory; `null` when it cannot be had or is too long. */
export type FetchRecording = (id: string, signal: AbortSignal) => Promise<Uint8Array | null>;

type Options = { server: Server; model: string; recordings: ReadonlyMap<Channel, FetchRecording>; tally: Tally };

/**
 * Transcribes on the operator's own server. The recording goes from the platform through memory to that server and is
 * gone; nothing filters the words: who swears may be in need.
 */
export function makeListener({ server, model, recordings, tally }: Options): Listener {
  const client = new OpenAI({
    apiKey: server.apiKey,
    baseURL: server.baseUrl,
    maxRetries: 1,
    fetch: boundedFetch,
    logLevel: 'off',
  });
  return {
    async hear(channel, id, signal) {
      try {
        const bytes = await recordings.get(channel)?.(id, signal);
        if (!bytes) return null;
        const file = await toFile(bytes, 'voice.oga');
        tally.count('recordings');
        const { text } = await client.audio.transcriptions.create(
          { file, model, language: 'vi', response_format: 'json', temperature: 0 },
          { signal },
        );
        return typeof text === 'string' ? new PrivateText(text.slice(0, 4_000)) : null;
      } catch {
        tally.count('recordings-failed');
        return null;
      }
    },
  };
}
