import { join } from 'node:path';
import type { ModelPlace } from '../core/clearance/clear.ts';
import type { ModelUse } from '../core/model-use.ts';
import type { Writer } from '../core/ports.ts';
import { type Breaker, makeBreaker } from './breaker.ts';
import { type BudgetAlarm, type DailyLimits, makeBudget } from './budget.ts';
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
  promptsDir: string;
  use: ModelUse;
  /** Today in the province, `YYYY-MM-DD`. */
  today: () => string;
  onTrouble: (code: ModelTrouble) => void;
  breaker?: Breaker | undefined;
};

export type ModelTrouble = 'model-failed' | 'model-resting' | BudgetAlarm;

/** A language model at work. */
export type Model = {
  writer: Writer;
  /** Today's counts: calls, tokens, what became of drafts, why sentences were dropped. */
  counts: () => Record<string, number>;
  /** Hands on the last counts. */
  close: () => Promise<void>;
};

/** Opens the model. Loaded only where one is switched on: its libraries take half a second and forty megabytes. */
export function openModel(options: ModelOptions): Model {
  const { baseUrl, apiKey, model, place, budgetMs, atOnce, limits, promptsDir, use, today, onTrouble } = options;
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
  // What other replicas spent today counts from the first call on.
  void tally.flush();
  return { writer, counts: tally.all, close: tally.flush };
}
