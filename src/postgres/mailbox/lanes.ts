import type { Pool } from 'pg';
import type { Lanes } from '../../core/lanes.ts';
import { rows, transaction } from '../sql.ts';
import { closeErasable, erasableIds, keptFor } from './erasable.ts';
import { finishTurn } from './finish.ts';
import { mine, takeLane, wasToldAway, whileHeld } from './hold.ts';
import { lookAgain } from './jobs.ts';
import { nextFor } from './next.ts';
import { post } from './post.ts';
import type { Seal } from './seal.ts';

/** Lanes in the database; alike on a server and on the embedded database. */
export function postgresLanes(pool: Pool, seal: Seal): Lanes {
  return {
    take: (hold) => takeLane(pool, hold),
    next: (hold) => nextFor(pool, seal, hold),
    finish: (hold, finished) => transaction(pool, (client) => finishTurn(client, seal, hold, finished)),
    erasable: ({ contact }) => erasableIds(pool, seal, contact),
    async sent(hold, parcel, ids) {
      await whileHeld(
        pool,
        hold,
        `with ${mine}, gone as (delete from outbox where id = $3 and contact = (select contact from mine) returning channel, contact),
         kept as (insert into erasable (channel, contact, sealed, expires_at)
           select channel, contact, $4::bytea, now() + ${keptFor} from gone where $4::bytea is not null)
         select channel from gone`,
        [parcel.id, ids.length === 0 ? null : closeErasable(seal, hold.contact, ids)],
      );
    },
    async replace(hold, parcel, tasks, away = false) {
      const { channel, address } = parcel;
      await transaction(pool, async (client) => {
        await whileHeld(
          client,
          hold,
          `with ${mine} delete from outbox where id = $3 and contact = (select contact from mine) returning id`,
          [parcel.id],
        );
        const silent = away && (await wasToldAway(client, hold.contact));
        await post(client, seal, { channel, contact: hold.contact, address }, silent ? [] : tasks);
      });
    },
    async postpone(hold, parcel, afterSeconds) {
      await whileHeld(
        pool,
        hold,
        `with ${mine} update outbox set attempts = attempts + 1, not_before = now() + make_interval(secs => $4)
         where id = $3 and contact = (select contact from mine) returning id`,
        [parcel.id, afterSeconds],
      );
    },
    async discard(hold, from, id) {
      await whileHeld(
        pool,
        hold,
        `with ${mine} delete from ${from} where id = $3 and contact = (select contact from mine) returning id`,
        [id],
      );
    },
    async drop(contact) {
      await rows(pool, 'with gone as (delete from outbox where contact = $1) delete from erasable where contact = $1', [
        contact,
      ]);
    },
    async leave({ contact, holder }) {
      await rows(pool, 'update lane set holder = null, held_until = now() where contact = $1 and holder = $2', [
        contact,
        holder,
      ]);
      // A statement of its own: what came in while the lane was being left must be seen here or find the lane free.
      const [more] = await rows<{ waits: boolean }>(
        pool,
        `select case when exists (select from outbox where contact = $1)
           then (select not_before <= now() from outbox where contact = $1 order by id limit 1)
           else exists (select from inbox where contact = $1) end as waits`,
        [contact],
      );
      return more?.waits ?? false;
    },
    again: (contact, afterSeconds) => lookAgain(pool, contact, afterSeconds),
  };
}
