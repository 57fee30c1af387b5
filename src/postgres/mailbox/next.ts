import { type Hold, LaneLost, type Waiting } from '../../core/lanes.ts';
import type { Channel } from '../../core/update.ts';
import { rows, type Sql } from '../sql.ts';
import { mine } from './hold.ts';
import { openParcel } from './post.ts';
import type { Seal } from './seal.ts';
import { openIncoming } from './sealed-incoming.ts';

const statement = `
  with ${mine}, parcel as (
    select id, channel, sealed, attempts, created_at, greatest(0, extract(epoch from not_before - now()))::float8 as wait
    from outbox where contact = (select contact from mine) order by id limit 1
  ), letter as (
    update inbox set attempts = attempts + 1
    where id = (select id from inbox where contact = (select contact from mine) order by sequence, id limit 1)
      and not exists (select from parcel)
    returning id, channel, update_id, sequence, sealed, attempts, received_at
  )
  select p.id as parcel_id, l.id as letter_id, coalesce(p.channel, l.channel) as channel,
    coalesce(p.sealed, l.sealed) as sealed, coalesce(p.attempts, l.attempts) as attempts,
    p.wait, p.created_at, l.update_id, l.sequence, l.received_at,
    exists (select from inbox where contact = $1 and id <> l.id) as more
  from mine left join parcel p on true left join letter l on true`;

export type Head = {
  parcel_id: string | null;
  letter_id: string | null;
  channel: Channel;
  sealed: Uint8Array;
  attempts: number;
  wait: number;
  created_at: Date;
  update_id: string;
  sequence: string | null;
  received_at: Date;
  more: boolean;
};

/** The contact's first parcel, or else its first letter, whose try is counted at once. */
export async function nextFor(sql: Sql, seal: Seal, { contact, holder }: Hold): Promise<Waiting> {
  const [head] = await rows<Head>(sql, statement, [contact, holder]);
  if (!head) throw new LaneLost();
  return waitingOf(seal, contact, head);
}

/** What a row says comes next for the contact. */
export function waitingOf(seal: Seal, contact: string, head: Head): Waiting {
  if (head.parcel_id !== null) {
    if (head.wait > 0) return { kind: 'later', afterSeconds: head.wait };
    const parcel = openParcel(seal, contact, { ...head, id: head.parcel_id });
    return parcel ? { kind: 'parcel', parcel } : { kind: 'unreadable', from: 'outbox', id: head.parcel_id };
  }
  if (head.letter_id === null) return { kind: 'nothing' };
  const incoming = openIncoming(seal, { ...head, contact });
  return incoming
    ? { kind: 'letter', letter: { id: head.letter_id, incoming, attempts: head.attempts }, more: head.more, talk: null }
    : { kind: 'unreadable', from: 'inbox', id: head.letter_id };
}
