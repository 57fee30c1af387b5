import type { ContactId } from '../core/update.ts';

/** Ordinary messages of one contact that are answered in a window. People who write in short pieces stay far below. */
const most = 30;
const windowMs = 60_000;
/** Contacts remembered at once; a flood of invented ones costs a fixed amount of memory. */
const mostContacts = 10_000;

export type Flood = {
  /** What to do with one more ordinary message: answer it, say once that it is too much, or drop it. */
  takes: (contact: ContactId, now: Date) => 'answer' | 'tell' | 'drop';
};

/**
 * Keeps one contact from having the bot talk without end. Counts in this process alone, from the first message of a
 * window on. Whether a message is ordinary is for the turn to say: help is never counted.
 */
export function makeFlood(): Flood {
  const windows = new Map<ContactId, { since: number; count: number }>();
  return {
    takes(contact, now) {
      const at = now.getTime();
      const known = windows.get(contact);
      const window = known && Math.abs(at - known.since) < windowMs ? known : { since: at, count: 0 };
      window.count++;
      windows.delete(contact);
      windows.set(contact, window);
      const [oldest] = windows.keys();
      if (windows.size > mostContacts && oldest !== undefined) windows.delete(oldest);
      if (window.count <= most) return 'answer';
      return window.count === most + 1 ? 'tell' : 'drop';
    },
  };
}
