import type { Cleared, Hold } from '../../core/lanes.ts';
import { erasesAll } from '../../core/update.ts';
import { rows, type Sql } from '../sql.ts';
import { mine, whileHeld } from './hold.ts';
import { type OutboxRow, openParcel } from './post.ts';
import type { Seal } from './seal.ts';
import { type InboxRow, openIncoming } from './sealed-incoming.ts';

/** Whether a wish to erase everything waits among the contact's letters. */
export async function wishWaits(sql: Sql, seal: Seal, contact: string): Promise<boolean> {
  const letters = await rows<InboxRow>(
    sql,
    'select channel, update_id, contact, sequence, sealed, received_at from inbox where contact = $1',
    [contact],
  );
  return letters.some((row) => {
    const incoming = openIncoming(seal, row);
    return incoming !== null && erasesAll(incoming.update.content);
  });
}

/** See `Lanes.clearWay`. What is to be removed stays, or its ids would be lost. */
export async function clearWay(sql: Sql, seal: Seal, hold: Hold): Promise<Cleared> {
  const { contact } = hold;
  if (!(await wishWaits(sql, seal, contact))) return 'no-wish';
  const parcels = await rows<OutboxRow>(
    sql,
    'select id, channel, sealed, attempts, created_at from outbox where contact = $1',
    [contact],
  );
  const unsent = parcels.filter((row) => openParcel(seal, contact, row)?.task.kind === 'message').map(({ id }) => id);
  if (unsent.length === 0) return 'nothing-to-drop';
  await whileHeld(
    sql,
    hold,
    `with ${mine} delete from outbox where id = any($3::bigint[]) and contact = (select contact from mine) returning id`,
    [unsent],
  );
  return 'dropped';
}
