import type { Pool } from 'pg';
import { rows } from '../sql.ts';
import { task } from './jobs.ts';

export type Runner = {
  /** Stops taking jobs and waits for the running ones. */
  stop: () => Promise<void>;
};

/** Makes the job tables, once; safe to run from several replicas at a time. */
export async function migrateJobs(pool: Pool): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
}

/** Runs a contact's lane whenever it has a job. The library is loaded only here: without a queue it costs nothing. */
export async function runJobs(
  pool: Pool,
  look: (contact: string) => Promise<void>,
  options: { atOnce: number; pollMs: number },
): Promise<Runner> {
  const { Logger, run } = await import('graphile-worker');
  const runner = await run({
    pgPool: pool,
    // Its messages may hold payloads; ours say what an operator needs.
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
    taskList: { [task]: (payload) => look((payload as { contact: string }).contact) },
    preset: {
      worker: {
        concurrentJobs: options.atOnce,
        pollInterval: options.pollMs,
        localQueue: { size: options.atOnce * 2 },
        completeJobBatchDelay: 0,
      },
    },
  });
  runner.promise.catch(() => {});
  return { stop: () => runner.stop() };
}

/** On the embedded database nobody else can be at work: what a dead process held is free at once. */
export async function freeAll(pool: Pool): Promise<void> {
  await rows(pool, 'update lane set holder = null, held_until = now() where holder is not null');
  await rows(
    pool,
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
  );
}
