import type { Pool } from 'pg';
import { subscriptionSeal } from './postgres/broadcast/subscriptions.ts';
import { makeSeal, type Seals } from './postgres/mailbox/seal.ts';
import { nothingWaits } from './postgres/mailbox/waiting.ts';
import type { QueueKey } from './secrets.ts';

/** What seals the rows of the queue. */
export function sealsOf(key: QueueKey, contactKey: string | undefined): Seals {
  const [words, lasting] = Array.isArray(key) ? [() => key, () => key] : [key.words.all, key.ids.all];
  return {
    words: makeSeal(words),
    ids: makeSeal(lasting, 'ids'),
    subscriptions: subscriptionSeal(lasting, contactKey),
  };
}

/**
 * Renews kept keys of words while none wait. A row that is gone may stay in the database's files for long: without its
 * key it says nothing. What comes in meanwhile is sealed with the key before, which stays until the next time.
 */
export async function forgetKeys(key: QueueKey, pool: Pool): Promise<void> {
  if (Array.isArray(key)) return;
  try {
    if (await nothingWaits(pool)) key.words.renew();
  } catch {
    // Tried again the next time.
  }
}
