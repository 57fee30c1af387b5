import { OpenAIEmbeddings } from '@langchain/openai';
import type { Server } from './agent.ts';
import { boundedFetch } from './bounded-fetch.ts';

/** Which embeddings: vectors of different models or lengths do not compare. */
export type EmbeddingModel = { model: string; dimensions: number };

export type Embedder = {
  /** One vector for each text, of unit length. Rejects when the server fails or gives another form. */
  embed: (texts: string[]) => Promise<number[][]>;
};

/** Vectors by langchain; each call ends after `timeoutMs`. */
export function makeEmbedder(
  server: Server,
  { model, dimensions }: EmbeddingModel,
  timeoutMs: number,
  retries: number,
): Embedder {
  const embeddings = new OpenAIEmbeddings({
    model,
    dimensions,
    apiKey: server.apiKey,
    maxRetries: retries,
    timeout: timeoutMs,
    batchSize: mostAtOnce,
    stripNewLines: false,
    configuration: {
      ...(server.baseUrl === null ? {} : { baseURL: server.baseUrl }),
      fetch: boundedFetch,
      logLevel: 'off',
    },
  });
  return {
    async embed(texts) {
      const vectors = await embeddings.embedDocuments(texts);
      if (vectors.length !== texts.length) throw new Error('not one vector a text');
      return vectors.map((vector) => unit(vector, dimensions));
    },
  };
}

/** Texts in one call: its answer stays well within what `boundedFetch` reads. */
export const mostAtOnce = 16;

function unit(vector: number[], dimensions: number): number[] {
  const length = Math.hypot(...vector);
  if (vector.length !== dimensions || !Number.isFinite(length) || length === 0) throw new Error('no vector of ours');
  return vector.map((one) => one / length);
}
