import type { CronItem } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Chore } from '../../core/chore.ts';
import { rows } from '../sql.ts';

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

/** What the jobs of each task ask for. */
export type Tasks = Record<string, (payload: unknown) => Promise<void>>;

export type RunOptions = {
  tasks: Tasks;
  /** What is planned at its ticks, by the first replica that gets there. */
  chores?: Chore[];
  atOnce: number;
  pollMs: number;
  /** Fetches more jobs than are at work. What a process that dies had fetched must then be found by somebody. */
  ahead?: boolean;
  onRestart: () => void;
};

/**
 * Runs jobs as they are due. The library is loaded only here. When it gives up (a database that was away for long), it
 * is started again until it runs.
 */
export async function runJobs(pool: Pool, options: RunOptions): Promise<Runner> {
  const { tasks, chores = [], atOnce, pollMs, ahead = false, onRestart } = options;
  const { Logger, parseCronItem, run } = await import('graphile-worker');
  let stopped = false;
  const begin = () =>
    run({
      pgPool: pool,
      // Its messages may hold payloads; ours say what an operator needs.
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
      taskList: tasks,
      parsedCronItems: chores.map((chore) => parseCronItem(tickOf(chore))),
      preset: {
        worker: {
          concurrentJobs: atOnce,
          pollInterval: pollMs,
          // A job that is not yet marked as done only costs a look at an empty lane after a crash.
          ...(ahead ? { localQueue: { size: atOnce * 2 }, completeJobBatchDelay: completeMs } : {}),
        },
      },
    });
  let runner = await begin();
  const watch = () => void runner.promise.then(restart, restart);
  const restart = async () => {
    if (stopped) return;
    onRestart();
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

const minuteMs = 60_000;

/** One job at a time for each chore: what a replica that died left undone gives way to the next tick's. */
function tickOf({ name, everyMinutes }: Chore): CronItem {
  return {
    task: name,
    identifier: name,
    match: ({ min }) => min % everyMinutes === 0,
    options: {
      // The last tick that was missed: a chore does all that is due, so earlier ones are in it.
      backfillPeriod: everyMinutes * minuteMs,
      jobKey: name,
      jobKeyMode: 'replace',
      // A minute's chore is tried again by the next minute; seconds apart, the others before their next tick.
      maxAttempts: everyMinutes === 1 ? 1 : 5,
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
