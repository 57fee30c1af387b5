import { rows, type Sql } from '../sql.ts';
import type { Seal } from './seal.ts';

/** The platforms let a bot remove messages for 48 hours; one of them is left for the removing. */
export const keptFor = "interval '47 hours'";
const placeOf = (contact: string) => `erasable:${contact}`;

/** Ids of messages, sealed for keeping. */
export function closeErasable(seal: Seal, contact: string, ids: string[]): Buffer {
  return seal.close(JSON.stringify(ids), placeOf(contact));
}

/** Keeps ids of a contact's messages that no turn in the queue has kept. */
export async function keepErasable(
  sql: Sql,
  seal: Seal,
  { contact, channel, ids }: { contact: string; channel: string; ids: string[] },
): Promise<void> {
  await rows(
    sql,
    `insert into erasable (channel, contact, sealed, expires_at) values ($1, $2, $3, now() + ${keptFor})`,
    [channel, contact, closeErasable(seal, contact, ids)],
  );
}

/** Ids of the contact's messages that may still be removed, oldest first. */
export async function erasableIds(sql: Sql, seal: Seal, contact: string): Promise<string[]> {
  const kept = await rows<{ sealed: Uint8Array }>(
    sql,
    'select sealed from erasable where contact = $1 and expires_at > now() order by id',
    [contact],
  );
  return kept.flatMap(({ sealed }) => {
    const plain = seal.open(sealed, placeOf(contact));
    return plain === null ? [] : (JSON.parse(plain) as string[]);
  });
}
