import type { Role } from './role.ts';

/** An officer's account. `waiting`: the one-time code was given and not used yet. */
export type Officer = {
  id: string;
  name: string;
  role: Role;
  state: 'waiting' | 'active' | 'locked';
  createdAt: Date;
  /** The last whole sign-in, both steps. */
  signedInAt: Date | null;
};

/** What signing in needs to know of an account. */
export type Credentials = {
  officer: Officer;
  /** Hash of the password; `null` until the account is set up. */
  password: string | null;
  /** The key of the code app, sealed; `null` until set-up began. */
  totp: Uint8Array | null;
  /** The last time step whose code was used: a code counts once. */
  totpStep: number;
  /** Keyed hash of the one-time set-up code and until when it counts. */
  setUp: { mark: Uint8Array; until: Date } | null;
};

/** How long a one-time set-up code counts. */
export const setUpMs = 72 * 3_600_000;

/** The name as it is kept, or `null` when it cannot be one: 3 to 32 letters a–z, digits, dots or hyphens. */
export function officerName(typed: string): string | null {
  const name = typed.trim().toLowerCase();
  return /^[a-z0-9](?:[a-z0-9.-]{1,30})[a-z0-9]$/.test(name) ? name : null;
}
