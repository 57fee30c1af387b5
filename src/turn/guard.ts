import { phoneNumbersIn, unknownPhones } from '../core/phones.ts';
import type { Reply } from '../core/reply.ts';
import type { Directory } from '../core/services.ts';

/**
 * The last look at every reply: a bubble with a phone number that the directory does not vouch for today is not sent.
 * `null` when nothing of the reply would be left. Numbers in `own`, words of people that the reply repeats, may stay.
 */
export function withoutUnknownPhones(reply: Reply, directory: Directory, day: string, own = ''): Reply | null {
  const theirs = new Set(phoneNumbersIn(own));
  const clean = (text: string) => unknownPhones(text, directory, day).every((one) => theirs.has(one));
  const bubbles = reply.bubbles.filter(clean);
  if (bubbles.length === 0) return null;
  const welcome = reply.welcome !== null && clean(reply.welcome) ? reply.welcome : null;
  return bubbles.length === reply.bubbles.length && welcome === reply.welcome ? reply : { ...reply, bubbles, welcome };
}
