import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Chore } from './core/chore.ts';
import { localDay } from './core/local-day.ts';
import { eraseWhenDue } from './postgres/closing.ts';
import { forgetExpired } from './postgres/expire.ts';
import { type Runner, runJobs, type Tasks, tidyJobs } from './postgres/mailbox/runner.ts';
import { countDays } from './postgres/measures/count-days.ts';

type Kept = { pool: Pool; desk: { forget: () => Promise<void> } | null; closesOn: string | null; now: () => Date };

/** What becomes of what the database keeps: forgotten, counted, at the end of the service erased. */
export function botChores({ pool, desk, closesOn, now }: Kept): Chore[] {
  const today = () => localDay(now());
  const everyTenMinutes = (name: string, work: () => Promise<unknown>): Chore => ({
    name,
    everyMinutes: 10,
    work: async () => void (await work()),
  });
  return [
    everyTenMinutes('forget', () => forgetExpired(pool)),
    everyTenMinutes('count-days', () => countDays(pool, now())),
    ...(desk === null ? [] : [everyTenMinutes('forget-cases', desk.forget)]),
    ...(closesOn === null ? [] : [everyTenMinutes('erase', () => eraseWhenDue(pool, closesOn, today()))]),
  ];
}

type Options = {
  pool: Pool;
  chores: Chore[];
  /** What chores leave to be done one by one, each until it is done. */
  tasks?: Tasks;
  onTrouble: (code: 'chores-down' | 'chore-failed') => void;
};

/** How often jobs that failed are looked for. New ones are heard of at once. */
const pollMs = 5_000;
const restMs = 30_000;

/**
 * Does the chores of the service together with the other replicas: at each tick exactly one of them does each. Begins
 * when the database lets it, and goes on trying. Returns its end, which waits for what is at work.
 */
export function keepChores({ pool, chores, tasks = {}, onTrouble }: Options): () => Promise<void> {
  const all: Chore[] = [...chores, { name: 'tidy', everyMinutes: 60, work: () => tidyJobs(pool) }];
  const ending = new AbortController();
  const told = (work: (payload: unknown) => Promise<void>) => async (payload: unknown) => {
    try {
      await work(payload);
    } catch {
      onTrouble('chore-failed');
      // The library keeps the words of an error; these say nothing of what it was about.
      throw new Error('failed');
    }
  };
  const begin = async (): Promise<Runner | null> => {
    while (!ending.signal.aborted) {
      try {
        return await runJobs(pool, {
          tasks: { ...Object.fromEntries(all.map(({ name, work }) => [name, told(work)])), ...tasks },
          chores: all,
          atOnce: 1,
          pollMs,
          onRestart: () => onTrouble('chores-down'),
        });
      } catch {
        onTrouble('chores-down');
        await wait(restMs, null, { signal: ending.signal, ref: false }).catch(() => {});
      }
    }
    return null;
  };
  const runner = begin();
  return async () => {
    ending.abort();
    await (await runner)?.stop();
  };
}
