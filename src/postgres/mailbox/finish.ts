import type { Pool } from 'pg';
import { gather } from '../../core/gather.ts';
import { type Finished, type Hold, LaneLost, type Parcel, type ParcelTask } from '../../core/lanes.ts';
import { subscriptionParts, subscriptionValue } from '../broadcast/subscriptions.ts';
import { recordParts, recordsOf } from '../conversations.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { closeErasable, keptFor } from './erasable.ts';
import { heldFor, mine, wasToldAway } from './hold.ts';
import { closeTask, type Posted, parcelsOf } from './post.ts';
import type { Seals } from './seal.ts';

/**
 * Ends letters whose lane is still held, forgets or keeps ids for erasing, posts tasks in their order, and does what the
 * turns say. All that belongs to one letter has its `place`; lanes are locked in one order.
 */
const finish = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[], $5::bytea[], $6::text[], $7::bytea[])
      with ordinality as given (contact, holder, letter, erased, ids, change, address, place)
  ), held as (
    select lane.contact, given.place from lane join given on lane.contact = given.contact and lane.holder = given.holder
    order by lane.contact for update of lane
  ), mine as (
    update lane set held_until = now() + ${heldFor} from held where lane.contact = held.contact
    returning lane.contact, held.place
  ), gone as (
    delete from inbox using given join mine on mine.place = given.place
    where inbox.id = given.letter and inbox.contact = mine.contact
    returning inbox.channel, inbox.contact, given.place, given.erased, given.ids, given.change, given.address
  ), posted as (
    insert into outbox (channel, contact, sealed)
    select gone.channel, gone.contact, task.sealed
    from unnest($8::bigint[], $9::bytea[]) with ordinality as task (place, sealed, nth)
    join gone on gone.place = task.place order by task.nth
    returning id, contact, created_at
  ), forgotten as (
    delete from erasable using gone where erasable.contact = gone.contact and gone.erased
  ), kept as (
    insert into erasable (channel, contact, sealed, expires_at)
    select channel, contact, ids, now() + ${keptFor} from gone where ids is not null
  ), ${recordParts(10, 'place in (select place from gone)')}, ${subscriptionParts}
  select gone.place, posted.id, posted.created_at from gone left join posted on posted.contact = gone.contact`;

/** Ends the row $3 of the outbox that `mine` guards, and posts $4 in its channel. No row comes back when it was not there. */
const replace = `with ${mine},
  gone as (delete from outbox where id = $3 and contact = (select contact from mine) returning channel, contact),
  posted as (
    insert into outbox (channel, contact, sealed)
    select channel, contact, sealed from gone, unnest($4::bytea[]) with ordinality as given (sealed, place) order by place
    returning id
  )
  select posted.id from gone left join posted on true`;

type Ended = { hold: Hold; finished: Finished };
/** Few, for each is sent next: what is sent and not yet noted at a crash is sent again. */
const mostAtOnce = 8;

/**
 * Ends turns of letters, those of many contacts at once, in one statement: of each all stands, or nothing and `LaneLost`.
 * `pause`: see `gather`. What cannot be ended with others is tried by itself.
 */
export function makeFinish(
  pool: Pool,
  seals: Seals,
  pause?: () => Promise<void>,
): (hold: Hold, finished: Finished) => Promise<Parcel[]> {
  type Outcome = { parcels: Parcel[] | null } | { failed: unknown };
  const alone = (ended: Ended): Promise<Outcome> =>
    finishAll(pool, seals, [ended]).then(
      ([parcels = null]) => ({ parcels }),
      (failed: unknown) => ({ failed }),
    );
  const finishOne = gather(
    async (all: Ended[]): Promise<Outcome[]> => {
      if (all.length === 1) return Promise.all(all.map(alone));
      return finishAll(pool, seals, all).then(
        (ended) => ended.map((parcels) => ({ parcels })),
        () => Promise.all(all.map(alone)),
      );
    },
    mostAtOnce,
    pause,
  );
  return async (hold, finished) => {
    if (finished.away) return finishAway(pool, seals, hold, finished);
    const outcome = await finishOne({ hold, finished });
    if ('failed' in outcome) throw outcome.failed;
    if (outcome.parcels === null) throw new LaneLost();
    return outcome.parcels;
  };
}

async function finishAway(pool: Pool, seals: Seals, hold: Hold, finished: Finished): Promise<Parcel[]> {
  return transaction(pool, async (client) => {
    const tasks = await unlessTold(client, hold.contact, true, finished.tasks);
    const [parcels = null] = await finishAll(client, seals, [{ hold, finished: { ...finished, tasks } }]);
    if (parcels === null) throw new LaneLost();
    return parcels;
  });
}

/** The parcels of each; `null` where the lane was lost. */
async function finishAll(sql: Sql, seals: Seals, all: Ended[]): Promise<Array<Parcel[] | null>> {
  const tasks = all.flatMap(({ hold: { contact }, finished }, at) =>
    finished.tasks.map((task) => ({
      place: at + 1,
      sealed: closeTask(seals.words, contact, finished.letter.incoming.address, task),
    })),
  );
  const subscriptions = all.map(({ finished }) => subscriptionValue(seals.subscriptions, finished));
  const posted = await rows<Posted & { place: string }>(sql, finish, [
    all.map(({ hold }) => hold.contact),
    all.map(({ hold }) => hold.holder),
    all.map(({ finished }) => finished.letter.id),
    all.map(({ finished }) => finished.erased),
    all.map(({ hold, finished: { erased, letter } }) => {
      const { messageIds } = letter.incoming;
      return erased || messageIds.length === 0 ? null : closeErasable(seals.ids, hold.contact, messageIds);
    }),
    subscriptions.map(({ change }) => change),
    subscriptions.map(({ address }) => address),
    tasks.map(({ place }) => place),
    tasks.map(({ sealed }) => sealed),
    recordsOf(all.map(({ finished: { record, now } }) => ({ turn: record, now }))),
  ]);
  return all.map(({ finished: { tasks, letter } }, at) => {
    const own = posted.filter(({ place }) => Number(place) === at + 1);
    return own.length > 0 ? parcelsOf(own, tasks, letter.incoming.update.channel, letter.incoming.address) : null;
  });
}

/** Puts tasks in the place of a parcel within the caller's transaction. Throws `LaneLost`. */
export async function replaceParcel(
  sql: Sql,
  seal: Seals['words'],
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
