import type { Pool } from 'pg';
import { type Finished, type Hold, LaneLost, type Parcel, type ParcelTask } from '../../core/lanes.ts';
import { subscriptionPart } from '../broadcast/subscriptions.ts';
import { recordParts } from '../conversations.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { closeErasable, keptFor } from './erasable.ts';
import { mine, wasToldAway } from './hold.ts';
import { closeTask, type Posted, parcelsOf } from './post.ts';
import type { Seal, Seals } from './seal.ts';

/** Ends the row $3 of a table that `mine` guards, and posts $4 in its channel. No row comes back when it was not there. */
const endOf = (table: 'inbox' | 'outbox') => `
  gone as (delete from ${table} where id = $3 and contact = (select contact from mine) returning channel, contact),
  posted as (
    insert into outbox (channel, contact, sealed)
    select channel, contact, sealed from gone, unnest($4::bytea[]) with ordinality as given (sealed, place) order by place
    returning id, created_at
  )`;

/** Ends a letter, forgets or keeps ids for erasing, and does `more` if the lane was still held. */
const finish = (more: string) => `with ${mine}, ${endOf('inbox')},
  forgotten as (delete from erasable where contact = $1 and $5::boolean and exists (select from gone)),
  kept as (insert into erasable (channel, contact, sealed, expires_at)
    select channel, contact, $6::bytea, now() + ${keptFor} from gone where $6::bytea is not null)${more}
  select posted.id, posted.created_at from gone left join posted on true`;

const replace = `with ${mine}, ${endOf('outbox')}
  select posted.id, posted.created_at from gone left join posted on true`;

/** Ends a letter's turn: all of it in one statement, so all or nothing. Throws `LaneLost`, and then nothing stands. */
export async function finishTurn(pool: Pool, seals: Seals, hold: Hold, finished: Finished): Promise<Parcel[]> {
  if (!finished.away) return finishWith(pool, seals, hold, finished);
  return transaction(pool, async (client) => {
    const tasks = await unlessTold(client, hold.contact, true, finished.tasks);
    return finishWith(client, seals, hold, { ...finished, tasks });
  });
}

async function finishWith(sql: Sql, seals: Seals, { contact, holder }: Hold, finished: Finished): Promise<Parcel[]> {
  const { letter, record, tasks, erased, now } = finished;
  const { update, address, messageIds } = letter.incoming;
  const sealed = tasks.map((task) => closeTask(seals.words, contact, address, task));
  const ids = erased || messageIds.length === 0 ? null : closeErasable(seals.ids, contact, messageIds);
  const values = [contact, holder, letter.id, sealed, erased, ids];
  const turn = record === null ? null : recordParts(record, now, values.length + 1, 'exists (select from gone)');
  const after = [...values, ...(turn?.values ?? [])];
  const subscribed = subscriptionPart(seals.subscriptions, finished, after.length + 1);
  const posted = await rows<Posted>(sql, finish(`${turn === null ? '' : `, ${turn.parts}`}${subscribed.part}`), [
    ...after,
    ...subscribed.values,
  ]);
  if (posted.length === 0) throw new LaneLost();
  return parcelsOf(posted, tasks, update.channel, address);
}

/** Puts tasks in the place of a parcel within the caller's transaction. Throws `LaneLost`. */
export async function replaceParcel(
  sql: Sql,
  seal: Seal,
  { contact, holder }: Hold,
  parcel: Parcel,
  tasks: ParcelTask[],
  away: boolean,
): Promise<void> {
  const given = await unlessTold(sql, contact, away, tasks);
  const sealed = given.map((task) => closeTask(seal, contact, parcel.address, task));
  const posted = await rows(sql, replace, [contact, holder, parcel.id, sealed]);
  if (posted.length === 0) throw new LaneLost();
}

async function unlessTold(sql: Sql, contact: string, away: boolean, tasks: ParcelTask[]): Promise<ParcelTask[]> {
  return away && (await wasToldAway(sql, contact)) ? [] : tasks;
}
