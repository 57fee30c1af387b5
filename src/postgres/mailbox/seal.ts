import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';

/** Closes and opens what waits in the queue. `about` binds a sealed value to its place: it opens nowhere else. */
export type Seal = {
  close(plain: string, about: string): Buffer;
  /** The plain text, or `null` when the key or the place is another, or the bytes were changed. */
  open(sealed: Uint8Array, about: string): string | null;
};

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** What is sealed: each with keys of its own, so that those of words can be forgotten early. */
export type Purpose = 'words' | 'ids' | 'subscriptions' | 'drafts' | 'officers' | 'tokens';

/** AES-256-GCM with keys derived from secrets that may change: the first closes, each of them opens. */
export function makeSeal(secrets: string | (() => string[]), purpose: Purpose = 'words'): Seal {
  const derived = new Map<string, Buffer>();
  const keys = () => {
    const now = typeof secrets === 'string' ? [secrets] : secrets();
    for (const old of derived.keys()) if (!now.includes(old)) derived.delete(old);
    return now.map((secret) => {
      const key = derived.get(secret) ?? Buffer.from(hkdfSync('sha256', secret, 'hoa-ban', `queue ${purpose}`, 32));
      derived.set(secret, key);
      return key;
    });
  };
  return {
    close(plain, about) {
      const [key] = keys();
      if (!key) throw new Error('no key');
      const nonce = freshNonce();
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, about) {
      if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) return null;
      for (const key of keys()) {
        const plain = openWith(key, sealed, about);
        if (plain !== null) return plain;
      }
      return null;
    },
  };
}

const pool = Buffer.alloc(nonceBytes * 256);
let used = pool.length;

/** Random bytes that were never given before; asking the system for many at once is far cheaper. */
function freshNonce(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += nonceBytes;
  return Buffer.from(pool.subarray(used - nonceBytes, used));
}

function openWith(key: Buffer, sealed: Uint8Array, about: string): string | null {
  const bodyAt = 1 + nonceBytes + tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(1 + nonceBytes, bodyAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The seals of the queue. */
export type Seals = { words: Seal; ids: Seal; subscriptions: Seal };
