import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes and opens what waits in the queue. `about` binds a sealed value to its place: it opens nowhere else. */
export type Seal = {
  close(plain: string, about: string): Buffer;
  /** The plain text, or `null` when the key or the place is another, or the bytes were changed. */
  open(sealed: Uint8Array, about: string): string | null;
};

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a key derived from the operator's secret. */
export function makeSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'hoa-ban', 'queue', 32));
  return {
    close(plain, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, about) {
      if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) return null;
      const bodyAt = 1 + nonceBytes + tagBytes;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(1 + nonceBytes, bodyAt));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
