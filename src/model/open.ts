import { join } from 'node:path';
import type { ModelPlace } from '../core/clearance/clear.ts';
import type { EmbeddingStore } from '../core/embedding.ts';
import type { ModelUse } from '../core/model-use.ts';
import type { Listener, SecondEar, Writer } from '../core/ports.ts';
import type { Channel } from '../core/update.ts';
import { type Breaker, makeBreaker } from './breaker.ts';
import { type BudgetAlarm, type DailyLimits, makeBudget } from './budget.ts';
import { type DenseArm, makeDense } from './dense.ts';
import { type EmbeddingModel, makeEmbedder } from './embedder.ts';
import { type FetchRecording, makeListener } from './listener.ts';
import { makeSecondEar } from './second-ear.ts';
import { makeTally } from './tally.ts';
import { makeWriter } from './writer.ts';

export type ModelOptions = {
  baseUrl: string | null;
  apiKey: string;
  model: string;
  place: ModelPlace;
  budgetMs: number;
  atOnce: number;
  limits: DailyLimits;
  /** Embeddings for an index by meaning; `null`: none, or a database that cannot hold them. */
  embedding: (EmbeddingModel & { store: EmbeddingStore }) | null;
  /** The model that turns speech into words, and where recordings come from; `null`: none. */
  hearing: { model: string; recordings: ReadonlyMap<Channel, FetchRecording> } | null;
  /** How long a second ear is waited for; `null`: none is wanted. */
  secondEarMs: number | null;
  promptsDir: string;
  use: ModelUse;
  /** Today in the province, `YYYY-MM-DD`. */
  today: () => string;
  onTrouble: (code: ModelTrouble) => void;
  /** Told how filling the index by meaning goes, in words. */
  onProgress: (step: string) => void;
  breaker?: Breaker | undefined;
};

/** A batch of passages may take its time; a question may not hold up its answer. */
const passagesMs = 60_000;
const questionMs = 600;

export type ModelTrouble = 'model-failed' | 'model-resting' | BudgetAlarm;

/** A language model at work. */
export type Model = {
  writer: Writer;
  /** The index by meaning; silent until it is filled. */
  dense: DenseArm | null;
  /** Both only on the operator's own server. */
  secondEar: SecondEar | null;
  listener: Listener | null;
  /** Today's counts: calls, tokens, what became of drafts, why sentences were dropped. */
  counts: () => Record<string, number>;
  /** Hands on the last counts. */
  close: () => Promise<void>;
};

/** Opens the model. Loaded only where one is switched on: its libraries take half a second and forty megabytes. */
export function openModel(options: ModelOptions): Model {
  const { baseUrl, apiKey, model, place, budgetMs, atOnce, limits, promptsDir, embedding, use, today, onTrouble } =
    options;
  const tally = makeTally(use, today);
  const budget = makeBudget(limits, tally, today, onTrouble);
  const writer = makeWriter({
    server: { baseUrl, apiKey, model },
    place,
    budgetMs,
    atOnce,
    promptsDir: join(promptsDir, 'model'),
    breaker: options.breaker ?? makeBreaker(Date.now),
    budget,
    tally,
    onTrouble,
  });
  const dense =
    embedding === null
      ? null
      : makeDense({
          store: embedding.store,
          embedders: {
            passages: makeEmbedder({ baseUrl, apiKey, model }, embedding, passagesMs, 1),
            question: makeEmbedder({ baseUrl, apiKey, model }, embedding, questionMs, 0),
          },
          breaker: makeBreaker(Date.now),
          budget,
          tally,
          onProgress: options.onProgress,
        });
  const isOwn = place.location === 'own';
  const server = { baseUrl, apiKey, model };
  const { hearing } = options;
  const secondEar =
    isOwn && options.secondEarMs !== null
      ? makeSecondEar({
          server,
          patienceMs: options.secondEarMs,
          promptsDir: join(promptsDir, 'model'),
          breaker: makeBreaker(Date.now),
          tally,
        })
      : null;
  const listener = isOwn && hearing ? makeListener({ server, ...hearing, tally }) : null;
  // What other replicas spent today counts from the first call on.
  void tally.flush();
  return {
    writer,
    dense,
    secondEar,
    listener,
    counts: tally.all,
    close: async () => {
      dense?.stop();
      await tally.flush();
    },
  };
}
