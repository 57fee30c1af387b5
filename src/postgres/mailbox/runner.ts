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

/** How long jobs that are done are gathered before they are marked so, many at once. */
const completeMs = 25;

/** How long the library may be down before it is started again. */
const restartMs = 1_000;

/**
 * Runs a contact's lane whenever it has a job. The library is loaded only here: without a queue it costs nothing. When
 * it gives up (a database that was away for long), it is started again until it runs.
 */
export async function runJobs(
  pool: Pool,
  look: (contact: string) => Promise<void>,
  options: { atOnce: number; pollMs: number; onRestart: () => void },
): Promise<Runner> {
  const { Logger, run } = await import('graphile-worker');
  let stopped = false;
  const begin = () =>
    run({
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
          // A job that is not yet marked as done only costs a look at an empty lane after a crash.
          completeJobBatchDelay: completeMs,
        },
      },
    });
  let runner = await begin();
  const watch = () => void runner.promise.then(restart, restart);
  const restart = async () => {
    if (stopped) return;
    options.onRestart();
    await new Promise((resolve) => setTimeout(resolve, restartMs));
    if (stopped) return;
    try {
      runner = await begin();
      watch();
    } catch {
      void restart();
    }
  };
  watch();
  return {
    async stop() {
      stopped = true;
      // One that had given up is stopped already.
      await runner.stop().catch(() => {});
    },
  };
}

/** Removes jobs that dead workers left and that will never run. */
export async function tidyJobs(pool: Pool): Promise<void> {
  const { Logger, makeWorkerUtils } = await import('graphile-worker');
  const utils = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => {}) });
  try {
    await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] });
  } finally {
    await utils.release();
  }
}

/** On the embedded database nobody else can be at work: what a dead process held is free at once. */
export async function freeAll(pool: Pool): Promise<void> {
  await rows(pool, 'update lane set holder = null, held_until = now() where holder is not null');
  await rows(pool, 'update broadcast_lease set holder = null where holder is not null');
  await rows(
    pool,
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
  );
}
