import type { Incoming } from './core/mailbox.ts';
import type { ContactId } from './core/update.ts';
import { storeIncoming } from './postgres/mailbox/accept.ts';
import type { Seal } from './postgres/mailbox/seal.ts';
import type { FreeingLanes } from './postgres/mailbox/stuck.ts';
import type { Sql } from './postgres/sql.ts';
import { within } from './turn/within.ts';
import type { AtWork } from './worker/at-work.ts';
import type { Besides } from './worker/besides.ts';
import { storeLimitMs } from './worker/mailbox.ts';
import type { Turnstile } from './worker/turnstile.ts';

type Parts = {
  sql: Sql;
  seal: Seal;
  besides: Besides;
  atWork: AtWork;
  turnstile: Pick<Turnstile, 'during'>;
  newHolder: () => string;
  stopping: () => boolean;
  doubt: FreeingLanes['doubt'];
};

/** Stores updates as they come, and begins to look after the lanes that were taken with them. For `makeMailbox`. */
export function storing(parts: Parts): (incoming: Incoming[]) => Promise<boolean[]> {
  const { besides, atWork } = parts;

  async function store(incoming: Incoming[]): Promise<boolean[]> {
    const holders = Array.from({ length: parts.stopping() ? 0 : besides.room() }, parts.newHolder);
    const atWorkOn = (contact: ContactId) => !parts.stopping() && atWork.has(contact);
    try {
      const taking = { holders, atWork: atWorkOn };
      const stored = await parts.turnstile.during(storeIncoming(parts.sql, parts.seal, incoming, taking));
      for (const one of stored.begun) besides.begin(one.hold.contact, one);
      for (const contact of stored.unplanned) if (!atWork.tell(contact)) besides.begin(contact);
      return stored.isNew;
    } catch (error) {
      parts.doubt(holders);
      throw error;
    }
  }

  return (incoming) => {
    const work = store(incoming);
    // A database that hangs must not keep the process from ending.
    besides.coming(within(storeLimitMs, work));
    return work;
  };
}
