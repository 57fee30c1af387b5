import type { Begun } from '../../core/lanes.ts';
import type { Incoming } from '../../core/mailbox.ts';
import type { ContactId } from '../../core/update.ts';
import { rows, type Sql } from '../sql.ts';
import { headOf, type TakenHead } from './begin.ts';
import { jobsFor } from './jobs.ts';
import type { Seal } from './seal.ts';
import { closeIncoming } from './sealed-incoming.ts';

/** See `lane_accept` in the migrations. Contacts whose lane was not taken get a job, but for those of $9. */
const statement = `
  with fresh as (select * from lane_accept($1, $2, $3, $4, $5, $6, $7, $8)),
  planned as (select distinct contact from fresh where not begun and contact <> all($9::text[]))
  select fresh.*, case when exists (select from planned)
    then (select count(*) from ${jobsFor('select contact from planned', 'stays as planned')}) end as jobs
  from fresh`;

/** Who may take a lane each, and whose contacts need no job. */
export type Taking = { holders: string[]; atWork: (contact: ContactId) => boolean };
const takingNone: Taking = { holders: [], atWork: () => false };

/**
 * `isNew`: for each update whether it was never seen; `begun`: the lanes that were taken; `unplanned`: contacts that got
 * something new and have no job.
 */
export type Stored = { isNew: boolean[]; begun: Begun[]; unplanned: ContactId[] };

type Fresh = TakenHead & { place: string; begun: boolean };

/**
 * Stores the updates that were never seen, in order, and takes lanes of their contacts where nothing else waits and
 * nobody is at work. All stand, or none.
 */
export async function storeIncoming(
  sql: Sql,
  seal: Seal,
  given: Incoming[],
  { holders, atWork }: Taking = takingNone,
): Promise<Stored> {
  const contacts = [...new Set(given.map((one) => one.update.contact))];
  const busy = contacts.filter(atWork);
  const takers = contacts.filter((one) => !busy.includes(one)).slice(0, holders.length);
  const holds = takers.map((contact, at) => ({ contact, holder: holders[at] as string }));
  const fresh = await rows<Fresh>(sql, statement, [
    given.map((one) => one.update.channel),
    given.map((one) => one.update.id),
    given.map((one) => one.update.contact),
    given.map((one) => one.sequence),
    given.map((one) => closeIncoming(seal, one)),
    given.map((one) => one.receivedAt),
    takers,
    holds.map(({ holder }) => holder),
    busy,
  ]);
  const places = new Set(fresh.map((one) => Number(one.place)));
  const heads = new Map(fresh.map((one) => [one.contact, one]));
  return {
    isNew: given.map((_, at) => places.has(at + 1)),
    begun: holds.flatMap((hold) => {
      const head = heads.get(hold.contact);
      return head?.begun ? [{ hold, first: headOf(seal, head) }] : [];
    }),
    unplanned: busy.filter((contact) => heads.has(contact)),
  };
}
