import type { Incoming } from '../../core/mailbox.ts';
import { rows, type Sql } from '../sql.ts';
import { jobsFor } from './jobs.ts';
import type { Seal } from './seal.ts';
import { closeIncoming } from './sealed-incoming.ts';

/** One statement: what was not seen before goes into the inbox, in the order given, and its contacts get a job. */
const statement = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bytea[], $6::timestamptz[])
      with ordinality as given (channel, update_id, contact, sequence, sealed, received_at, place)
  ), fresh as (
    insert into update_seen (channel, update_id, seen_at)
    select distinct channel, update_id, date_trunc('hour', now()) from given order by channel, update_id
    on conflict do nothing returning channel, update_id
  ), kept as (
    insert into inbox (channel, update_id, contact, sequence, sealed, received_at)
    select channel, update_id, contact, sequence, sealed, received_at from given join fresh using (channel, update_id)
    order by place on conflict do nothing returning contact
  )
  select channel, update_id, (select count(*) from ${jobsFor('select distinct contact from kept', 'stays as planned')}) as jobs from fresh`;

/** Stores the updates that were never seen, in order. Returns for each whether it is new. All stand, or none. */
export async function storeIncoming(sql: Sql, seal: Seal, given: Incoming[]): Promise<boolean[]> {
  const fresh = await rows<{ channel: string; update_id: string }>(sql, statement, [
    given.map((one) => one.update.channel),
    given.map((one) => one.update.id),
    given.map((one) => one.update.contact),
    given.map((one) => one.sequence),
    given.map((one) => closeIncoming(seal, one)),
    given.map((one) => one.receivedAt),
  ]);
  const keys = new Set(fresh.map((one) => `${one.channel}:${one.update_id}`));
  // The same update twice in one batch: the first is new, the second was seen.
  return given.map(({ update }) => keys.delete(`${update.channel}:${update.id}`));
}
