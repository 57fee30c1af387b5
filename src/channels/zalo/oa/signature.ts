import { createHash } from 'node:crypto';
import { isSame } from '../pseudonym.ts';

/** Where the moment stands that Zalo signs: the sources do not agree. `either` is for finding out on the live service. */
export type SignedTimestamp = 'body' | 'header' | 'either';

export type Signed = { raw: Uint8Array; signature: string; inBody: string | null; inHeader: string | null };

export type Signer = { appId: string; oaSecret: string; signed: SignedTimestamp };

/**
 * Older than this an event is refused. It is what the queue answers at all, and far less than it remembers, so that one
 * sent again by somebody else is known as a repeat.
 */
const oldestMs = 60 * 60_000;
const earliestMs = 5 * 60_000;

/** Which of the allowed moments the event was signed with, or why it is refused. */
export function checkSignature(
  { raw, signature, inBody, inHeader }: Signed,
  { appId, oaSecret, signed }: Signer,
  now: Date,
): 'body' | 'header' | 'forged' | 'old' {
  const given = signature.trim().replace(/^mac=/, '');
  const moments = [
    ['body', inBody],
    ['header', inHeader],
  ] as const;
  for (const [where, moment] of moments) {
    if (moment === null || (signed !== 'either' && signed !== where)) continue;
    const hash = createHash('sha256').update(appId).update(raw).update(moment).update(oaSecret);
    if (!isSame(given, hash.digest('hex'))) continue;
    const age = now.getTime() - Number(moment);
    return age <= oldestMs && age >= -earliestMs ? where : 'old';
  }
  return 'forged';
}
