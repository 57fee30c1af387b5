import { gather } from '../../core/gather.ts';
import { type Hold, LaneLost } from '../../core/lanes.ts';
import { rows, type Sql } from '../sql.ts';
import { closeErasable, keptFor } from './erasable.ts';
import { heldFor } from './hold.ts';
import type { Seal } from './seal.ts';

/** One sending to note: the parcel goes, and the ids of the messages stay for erasing. */
type Mark = { hold: Hold; parcel: string; ids: string[] };

const statement = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[]) as given (contact, holder, parcel, sealed)
  ), mine as (
    update lane set held_until = now() + ${heldFor} from given
    where lane.contact = given.contact and lane.holder = given.holder returning lane.contact
  ), gone as (
    delete from outbox using given
    where outbox.id = given.parcel and outbox.contact = given.contact and given.contact in (select contact from mine)
    returning outbox.id, outbox.channel, outbox.contact, given.sealed
  ), kept as (
    insert into erasable (channel, contact, sealed, expires_at)
    select channel, contact, sealed, now() + ${keptFor} from gone where sealed is not null
  )
  select id from gone`;

/**
 * Notes sendings, many at once: the time between sending and noting is what a crash can make of one message two, so it
 * must stay short when many lanes send at a time. Throws `LaneLost` for those whose lane was lost.
 */
export function makeMarks(sql: Sql, seal: Seal): (mark: Mark) => Promise<void> {
  const note = gather(async (marks: Mark[]) => {
    const done = await rows<{ id: string }>(sql, statement, [
      marks.map(({ hold }) => hold.contact),
      marks.map(({ hold }) => hold.holder),
      marks.map(({ parcel }) => parcel),
      marks.map(({ hold, ids }) => (ids.length === 0 ? null : closeErasable(seal, hold.contact, ids))),
    ]);
    const noted = new Set(done.map(({ id }) => id));
    return marks.map(({ parcel }) => noted.has(parcel));
  }, 100);
  return async (mark) => {
    if (!(await note(mark))) throw new LaneLost();
  };
}
