import type { Place, PublicKey, Sealed } from './case.ts';

/** What is stored so that a person can come back with receipt and code word. */
export type ReturnLock = { lookup: string; publicKey: PublicKey; lock: Uint8Array };

/** Seals letters, and opens those that only the person's return key opens. Holds no key of the desk. */
export interface Sealing {
  seal(value: unknown, place: Place, recipients: PublicKey[]): Sealed;
  /** The value, or `undefined` with another key or place. */
  open(sealed: Sealed, place: Place, privateKey: string): unknown;
  /** Whether a letter from outside has our form and a box for each of `recipients`. */
  isSealedTo(sealed: Sealed, recipients: PublicKey[]): boolean;
  isPublicKey(key: PublicKey): boolean;
  /** A new receipt as people read it, and a lock that it opens together with the code word. */
  makeReturn(codeWord: string): Promise<{ receipt: string; lock: ReturnLock; privateKey: string }>;
  /** The private return key, or `null`. Takes as long for a lock that is not there (`null`). */
  openReturn(lock: Uint8Array | null, receipt: string, codeWord: string): Promise<string | null>;
  lookupOf(receipt: string): string;
}
