import type { Finished, Hold, Parcel } from '../../core/lanes.ts';
import { recordTurn } from '../conversations.ts';
import { rows, type Sql } from '../sql.ts';
import { keepErasable } from './erasable.ts';
import { mine, wasToldAway, whileHeld } from './hold.ts';
import { post } from './post.ts';
import type { Seal } from './seal.ts';

/** Ends a letter's turn within the caller's transaction. Throws `LaneLost`, and then nothing may stand. */
export async function finishTurn(sql: Sql, seal: Seal, hold: Hold, finished: Finished): Promise<Parcel[]> {
  const { letter, record, tasks, away, erased, now } = finished;
  const { update, address, messageIds } = letter.incoming;
  const { channel } = update;
  const { contact } = hold;
  await whileHeld(
    sql,
    hold,
    `with ${mine} delete from inbox where id = $3 and contact = (select contact from mine) returning id`,
    [letter.id],
  );
  if (record !== null) await recordTurn(sql, record, now);
  if (erased) await rows(sql, 'delete from erasable where contact = $1', [contact]);
  else await keepErasable(sql, seal, { channel, contact, ids: messageIds });
  const silent = away && (await wasToldAway(sql, contact));
  return post(sql, seal, { channel, contact, address }, silent ? [] : tasks);
}
