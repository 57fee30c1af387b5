import type { Parcel, ParcelTask } from '../../core/lanes.ts';
import type { Channel } from '../../core/update.ts';
import { rows, type Sql } from '../sql.ts';
import type { Seal } from './seal.ts';

const placeOf = (contact: string) => `outbox:${contact}`;
type Sealed = { address: string; task: ParcelTask };

export function closeTask(seal: Seal, contact: string, address: string, task: ParcelTask): Buffer {
  return seal.close(JSON.stringify({ address, task } satisfies Sealed), placeOf(contact));
}

export type OutboxRow = {
  id: string;
  channel: Channel;
  sealed: Uint8Array;
  attempts: number;
  created_at: Date;
};

/** The parcel of a row, or `null` when it cannot be opened. */
export function openParcel(seal: Seal, contact: string, row: OutboxRow): Parcel | null {
  const plain = seal.open(row.sealed, placeOf(contact));
  if (plain === null) return null;
  const { address, task } = JSON.parse(plain) as Sealed;
  return { id: row.id, channel: row.channel, address, attempts: row.attempts, createdAt: row.created_at, task };
}

/** Puts tasks at the end of the contact's outbox, in order; returns them as parcels. */
export async function post(
  sql: Sql,
  seal: Seal,
  to: { channel: Channel; contact: string; address: string },
  tasks: ParcelTask[],
): Promise<Parcel[]> {
  if (tasks.length === 0) return [];
  const { channel, contact, address } = to;
  const posted = await rows<{ id: string; created_at: Date }>(
    sql,
    `insert into outbox (channel, contact, sealed)
     select $1, $2, sealed from unnest($3::bytea[]) with ordinality as given (sealed, place) order by place
     returning id, created_at`,
    [channel, contact, tasks.map((task) => closeTask(seal, contact, address, task))],
  );
  // Ids are given in the order of the insert.
  const ordered = posted.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
  return ordered.flatMap(({ id, created_at }, at) => {
    const task = tasks[at];
    return task ? [{ id, channel, address, attempts: 0, createdAt: created_at, task }] : [];
  });
}
