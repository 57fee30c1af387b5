import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Channel } from '../../core/update.ts';

/** What stands for a person and for a message wherever ours are kept: neither leads back to Zalo's own ids. */
export type Pseudonyms = { contact: (person: string) => string; update: (id: string) => string };

export function makePseudonyms(channel: Channel, key: Buffer): Pseudonyms {
  const hash = (what: string) => createHmac('sha256', key).update(`${channel}:${what}`).digest('hex');
  return { contact: (person) => hash(person), update: (id) => hash(`update:${id}`) };
}

/** Compares secrets of any length in a time that tells nothing of them. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
