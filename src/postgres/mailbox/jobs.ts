import { rows, type Sql } from '../sql.ts';

/** The one kind of job: look after a contact's lane. One job a contact, by its key. */
export const task = 'lane';

/** For SQL: jobs for the contacts that `contacts` (a query of one column `contact`) gives. */
export function jobsFor(contacts: string, planned: 'stays as planned' | 'runs now'): string {
  return `graphile_worker.add_jobs(array(
    select row('${task}', json_build_object('contact', contact), null, null, 5, '${task}:' || contact, null, null)::graphile_worker.job_spec
    from (${contacts}) those order by contact), ${planned === 'stays as planned'})`;
}

/** Plans the contact's job for so many seconds from now. */
export async function lookAgain(sql: Sql, contact: string, afterSeconds: number): Promise<void> {
  await rows(
    sql,
    `select from graphile_worker.add_job('${task}', json_build_object('contact', $1::text),
       run_at => now() + make_interval(secs => $2), max_attempts => 5, job_key => '${task}:' || $1)`,
    [contact, afterSeconds],
  );
}

/** Gives jobs to contacts whose rows have waited while nobody holds their lane: a worker died, or a job was lost. */
export async function sweepStalled(sql: Sql, channels: string[], waitedSeconds: number): Promise<number> {
  const [swept] = await rows<{ jobs: number }>(
    sql,
    `select count(*)::int as jobs from ${jobsFor(
      `
      select contact from (
        select contact from inbox where channel = any($1) and received_at <= now() - make_interval(secs => $2)
        union select contact from outbox where channel = any($1)
      ) waiting
      where not exists (select from lane
          where lane.contact = waiting.contact and lane.holder is not null and lane.held_until > now())
        and coalesce((select not_before <= now() - make_interval(secs => $2) from outbox
          where outbox.contact = waiting.contact order by id limit 1), true)
        -- Whose job is due already only waits for its turn: planning it anew would send it to the end of the row.
        and not exists (select from graphile_worker.jobs as job
          where job.key = '${task}:' || waiting.contact and job.locked_at is null and job.run_at <= now()
            and job.attempts < job.max_attempts)`,
      'runs now',
    )}`,
    [channels, waitedSeconds],
  );
  return swept?.jobs ?? 0;
}
