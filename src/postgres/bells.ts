import type { Pool } from 'pg';
import { rows } from './sql.ts';

/** The jobs that ring at one bell what officers must be told. */
export const bellTask = 'bell';

/** Tried for more than an hour, ever more seldom: later the page, where the case stands in red, has to do. */
const mostTries = 9;

/** Keeps each for ringing, until it is rung. */
export async function postBells(pool: Pool, due: readonly object[]): Promise<void> {
  await rows(
    pool,
    `select count(*) from graphile_worker.add_jobs(array(
       select row($1, due, null, null, ${mostTries}, null, null, null)::graphile_worker.job_spec
       from json_array_elements($2::json) with ordinality as given (due, place) order by place))`,
    [bellTask, JSON.stringify(due)],
  );
}

/** Lets others ring what a replica was ringing when it died. No bell takes so long. */
export async function freeBells(pool: Pool): Promise<void> {
  await rows(
    pool,
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs
       where task_identifier = $1 and locked_at < now() - interval '5 minutes'))`,
    [bellTask],
  );
}
