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

/**
 * For the statement that ends a letter (`gone`): its part that subscribes the contact as the turn says, with the address the
 * letter came from. A turn that changes nothing renews the address of whoever is subscribed: on some channels it tells
 * since when the person did not write. Words that nobody read end it; else ending is in `recordParts`. Values are numbered
 * from `$first`.
 */
export function subscriptionPart(
  seal: Seal,
  { letter, record, unheard }: Pick<Finished, 'letter' | 'record' | 'unheard'>,
  first: number,
): { part: string; values: unknown[] } {
  if (unheard)
    return {
      part: ', unheard as (delete from subscription using gone where subscription.contact = gone.contact)',
      values: [],
    };
  const change = record?.subscription;
  if (record === null || change === 'end') return { part: '', values: [] };
  const { update, address } = letter.incoming;
  const sealed = closeSubscribed(seal, update.contact, address);
  if (change === undefined)
    return {
      part: `, renewed as (update subscription set sealed = $${first}::bytea from gone where subscription.contact = gone.contact)`,
      values: [sealed],
    };
  return {
    part: `, subscribed as (
      insert into subscription (contact, channel, want, sealed)
      select contact, channel, $${first}::text, $${first + 1}::bytea from gone
      on conflict (contact) do update set want = excluded.want, sealed = excluded.sealed)`,
    values: [change, sealed],
  };
}

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
