import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { ReturnLock } from '../core/referral/sealing.ts';
import { newPair } from './letter.ts';

// A person comes back with a receipt and a code word of their own. The case is found by a keyed hash of the receipt and
// its return key unlocked by both together. The pepper is a secret outside the database: a copy of the database alone
// cannot be searched for receipts, however much time somebody has.

const stretch = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

export async function makeReturn(
  receipt: string,
  codeWord: string,
  pepper: Buffer,
): Promise<{ lock: ReturnLock; privateKey: string }> {
  const { publicKey, privateKey } = newPair();
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', await lockKey(receipt, codeWord, salt, pepper), nonce);
  const box = Buffer.concat([cipher.update(privateKey, 'utf8'), cipher.final()]);
  const lock = Buffer.concat([salt, nonce, cipher.getAuthTag(), box]);
  return { lock: { lookup: lookupOf(receipt, pepper), publicKey, lock }, privateKey };
}

/** The private return key, or `null` when receipt and code word are not those it was locked with. */
export async function openReturn(
  lock: Uint8Array,
  receipt: string,
  codeWord: string,
  pepper: Buffer,
): Promise<string | null> {
  const at = (from: number, bytes: number) => lock.subarray(from, from + bytes);
  const key = await lockKey(receipt, codeWord, at(0, saltBytes), pepper);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, at(saltBytes, nonceBytes)).setAuthTag(
      at(saltBytes + nonceBytes, tagBytes),
    );
    const box = lock.subarray(saltBytes + nonceBytes + tagBytes);
    return Buffer.concat([decipher.update(box), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** What a case is found by: a keyed hash of the receipt. */
export function lookupOf(receipt: string, pepper: Buffer): string {
  return createHmac('sha256', pepper)
    .update(`receipt|${receipt.replace(/\D/g, '')}`)
    .digest('hex');
}

/** About a tenth of a second and 32 MB for each guess. */
async function lockKey(receipt: string, codeWord: string, salt: Uint8Array, pepper: Buffer): Promise<Buffer> {
  const secret = `${receipt.replace(/\D/g, '')}|${sameWord(codeWord)}`;
  const slow = await stretch(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
  return Buffer.from(hkdfSync('sha256', slow, pepper, 'hoa-ban return 1', 32));
}

/** A code word as it is compared: without diacritics, capitals and signs, because it may be typed on another phone. */
function sameWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
