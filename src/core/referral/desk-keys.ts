import type { PublicKey } from './case.ts';
import type { OfficerId } from './case-desk.ts';

/** A private key as an officer's browser wrapped it with a key from the officer's passphrase: JSON text. */
export type WrappedKey = string;

/**
 * `desk`: what officers work with. `recovery`: its private half is on paper in a safe, never on a machine; with it
 * cases open after every passphrase is lost.
 */
export type DeskKeyKind = 'desk' | 'recovery';

/**
 * `active`: new letters are sealed to it. `retired`: replaced by a newer one; it opens what was sealed before.
 * `revoked`: lost or stolen; its wrappings are destroyed with that, and nothing is ever sealed to it again.
 */
export type DeskKeyState = 'active' | 'retired' | 'revoked';

export type DeskKey = PublicKey & {
  kind: DeskKeyKind;
  state: DeskKeyState;
  createdAt: Date;
  /** Officers who can unwrap it. */
  officers: OfficerId[];
};

export interface DeskKeys {
  /** All keys, newest first. */
  list(): Promise<DeskKey[]>;
  /**
   * Adds a key made in an officer's browser. A new `desk` key retires those before it; a `recovery` key stands beside
   * the others and has no wrapping. `false` when the key is there already or is no X25519 key.
   */
  add(key: PublicKey, kind: DeskKeyKind, wrapped: { officer: OfficerId; key: WrappedKey } | null): Promise<boolean>;
  /** Gives an officer a wrapping of a key (a new colleague, a new passphrase); replaces the one before. */
  wrapFor(keyId: string, officer: OfficerId, wrapped: WrappedKey): Promise<boolean>;
  /** The wrappings an officer can open, newest key first; not those of revoked keys. */
  wrappedFor(officer: OfficerId): Promise<Array<{ key: PublicKey; wrapped: WrappedKey }>>;
  /** Takes an officer's wrappings away (they left). */
  dropFor(officer: OfficerId): Promise<void>;
  revoke(keyId: string): Promise<void>;
}
