import { gather } from '../core/gather.ts';
import type { Incoming, Mailbox } from '../core/mailbox.ts';
import { erasesAll } from '../core/update.ts';
import { within } from '../turn/within.ts';
import type { Direct } from './direct.ts';
import type { LaneParts } from './parts.ts';

/** How long the store may take to note updates before they are answered without it. */
export const storeLimitMs = 5_000;
const mostAtOnce = 200;

/** The door of the queue: notes updates in the store, many at once under load, and goes round it when it fails. */
export function makeMailbox(parts: {
  /** Notes updates in order; says of each whether it is new. */
  store: (incoming: Incoming[]) => Promise<boolean[]>;
  /** What comes meanwhile is stored with what came before; see `gather`. */
  pause?: () => Promise<void>;
  drop: (contact: string) => Promise<void>;
  /** Has the contact looked at now, whatever was planned. */
  hurry: (contact: string) => Promise<void>;
  direct: Direct;
  onTrouble: LaneParts['onTrouble'];
}): Mailbox {
  // The update is stored: where this fails it only waits as what came before it does.
  const hurry = (contact: string) => within(storeLimitMs, parts.hurry(contact)).catch(() => {});
  const store = gather((batch: Incoming[]) => within(storeLimitMs, parts.store(batch)), mostAtOnce, parts.pause);
  return {
    async accept(incoming) {
      if (parts.direct.answered(incoming.update)) return 'seen';
      try {
        if (!isStorable(incoming)) throw new Error('not storable');
        const isNew = await store(incoming);
        if (isNew && erasesAll(incoming.update.content)) await hurry(incoming.update.contact);
        return isNew ? 'taken' : 'seen';
      } catch {
        parts.onTrouble('mailbox-store');
        return parts.direct.answer(incoming);
      }
    },
    gone: (contact) => parts.drop(contact).catch(() => parts.onTrouble('mailbox-store')),
  };
}

/** One odd update must not keep a whole batch out of the store. */
function isStorable({ update, sequence, receivedAt }: Incoming): boolean {
  return (
    ![update.id, update.contact].some((one) => one.includes('\0')) &&
    (sequence === null || Number.isSafeInteger(sequence)) &&
    !Number.isNaN(receivedAt.getTime())
  );
}
