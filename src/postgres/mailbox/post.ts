import type { Parcel, ParcelTask } from '../../core/lanes.ts';
import type { Channel } from '../../core/update.ts';
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

/** A row as the insert gave it back; without tasks there is none. */
export type Posted = { id: string; created_at: Date };

/** The parcels that posting `tasks` made: ids are given in the order of the insert. */
export function parcelsOf(posted: Posted[], tasks: ParcelTask[], channel: Channel, address: string): Parcel[] {
  const ordered = posted.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
  return ordered.flatMap(({ id, created_at: createdAt }, at) => {
    const task = tasks[at];
    return task ? [{ id, channel, address, attempts: 0, createdAt, task }] : [];
  });
}
