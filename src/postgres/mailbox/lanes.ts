import type { Pool } from 'pg';
import type { Lanes } from '../../core/lanes.ts';
import { rows, transaction } from '../sql.ts';
import { makeBegin } from './begin.ts';
import { clearWay, wishWaits } from './clear-way.ts';
import { erasableIds } from './erasable.ts';
import { makeFinish, replaceParcel } from './finish.ts';
import { mine, whileHeld } from './hold.ts';
import { lookAgain } from './jobs.ts';
import { makeLeave } from './leave.ts';
import { makeMarks } from './mark.ts';
import { nextFor } from './next.ts';
import type { Seals } from './seal.ts';

/**
 * Lanes in the database; alike on a server and on the embedded database. `urgent` is for what must not wait. `pause`: lanes
 * to take and turns to end are gathered so long for one statement; what was sent is noted at once.
 */
export function postgresLanes(pool: Pool, seals: Seals, urgent: Pool = pool, pause?: () => Promise<void>): Lanes {
  const mark = makeMarks(urgent, seals.ids);
  return {
    begin: makeBegin(pool, seals.words, pause),
    next: (hold) => nextFor(pool, seals.words, hold),
    finish: makeFinish(pool, seals, pause),
    clearWay: (hold) => clearWay(pool, seals.words, hold),
    wishWaits: (contact) => wishWaits(pool, seals.words, contact),
    erasable: ({ contact }) => erasableIds(pool, seals.ids, contact),
    sent: (hold, { id }, ids) => mark({ hold, parcel: id, ids }),
    replace: (hold, parcel, tasks, away = false) =>
      transaction(pool, (client) => replaceParcel(client, seals.words, hold, parcel, tasks, away)),
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
      await rows(
        pool,
        `with gone as (delete from outbox where contact = $1), unsubscribed as (delete from subscription where contact = $1)
         delete from erasable where contact = $1`,
        [contact],
      );
    },
    leave: makeLeave(urgent, seals.ids),
    again: (contact, afterSeconds) => lookAgain(pool, contact, afterSeconds),
  };
}
