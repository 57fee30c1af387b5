import type { Want } from '../../core/broadcast/subscription.ts';
import type { Finished } from '../../core/lanes.ts';
import { makeSeal, type Seal } from '../mailbox/seal.ts';
import { rows, type Sql } from '../sql.ts';

const placeOf = (contact: string) => `subscription:${contact}`;

/**
 * Seals addresses of subscribers. The key that contacts are made with goes into it: with another one the same person is
 * another contact, whose words would not end what is kept under the old one. So that no longer opens, and gets nothing.
 */
export function subscriptionSeal(keys: () => string[], contactKey = ''): Seal {
  return makeSeal(() => keys().map((key) => `${key} ${contactKey}`), 'subscriptions');
}

export function closeSubscribed(seal: Seal, contact: string, address: string): Buffer {
  return seal.close(address, placeOf(contact));
}

/** Where to write to, or `null` when it cannot be opened. */
export function openSubscribed(seal: Seal, contact: string, sealed: Uint8Array): string | null {
  return seal.open(sealed, placeOf(contact));
}

/** What a turn does to its contact's subscription, for `subscriptionParts`; the address is sealed where one is kept. */
export type SubscriptionValue = { change: 'end' | 'renew' | Want | null; address: Buffer | null };

/**
 * A turn that changes nothing renews the address of whoever is subscribed: on some channels it tells since when the person
 * did not write. Words that nobody read end the subscription; else ending it is in `recordParts`.
 */
export function subscriptionValue(
  seal: Seal,
  { letter, record, unheard }: Pick<Finished, 'letter' | 'record' | 'unheard'>,
): SubscriptionValue {
  if (unheard) return { change: 'end', address: null };
  if (record === null || record.subscription === 'end') return { change: null, address: null };
  const { update, address } = letter.incoming;
  return { change: record.subscription ?? 'renew', address: closeSubscribed(seal, update.contact, address) };
}

/** For the statement that ends letters (`gone`, with the columns `change` and `address`): what it does to subscriptions. */
export const subscriptionParts = `
  unheard as (
    delete from subscription using gone where subscription.contact = gone.contact and gone.change = 'end'
  ), renewed as (
    update subscription set sealed = gone.address from gone
    where subscription.contact = gone.contact and gone.change = 'renew'
  ), subscribed as (
    insert into subscription (contact, channel, want, sealed)
    select contact, channel, change, address from gone where change in ('daily', 'days') order by contact
    on conflict (contact) do update set want = excluded.want, sealed = excluded.sealed
  )`;

const resealedAtOnce = 1_000;

/** Seals every address anew with the newest key, so that the one before may be taken away. What opens with none stays. */
export async function resealSubscriptions(sql: Sql, seal: Seal): Promise<void> {
  for (let after = ''; ; ) {
    const found = await rows<{ contact: string; sealed: Uint8Array }>(
      sql,
      'select contact, sealed from subscription where contact > $1 order by contact limit $2',
      [after, resealedAtOnce],
    );
    const fresh = found.flatMap(({ contact, sealed }) => {
      const address = openSubscribed(seal, contact, sealed);
      return address === null ? [] : [{ contact, sealed, anew: closeSubscribed(seal, contact, address) }];
    });
    await rows(
      sql,
      `update subscription set sealed = given.anew from unnest($1::text[], $2::bytea[], $3::bytea[]) as given (contact, sealed, anew)
       where subscription.contact = given.contact and subscription.sealed = given.sealed`,
      [fresh.map((one) => one.contact), fresh.map((one) => one.sealed), fresh.map((one) => one.anew)],
    );
    if (found.length < resealedAtOnce) return;
    after = found.at(-1)?.contact ?? '';
  }
}
