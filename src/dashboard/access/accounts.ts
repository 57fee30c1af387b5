import { randomUUID } from 'node:crypto';
import { officerName, setUpMs } from '../../core/officers/officer.ts';
import type { Changed } from '../../core/officers/ports.ts';
import type { Role } from '../../core/officers/role.ts';
import { newSetUpCode, plainCode } from './codes.ts';
import { type AccessParts, noteOf } from './door.ts';

type Parts = Pick<AccessParts, 'officers' | 'mark' | 'now'>;

/** `code` is the one-time code for setting the account up: shown now, and never again. */
export type Added = { kind: 'added'; name: string; code: string } | { kind: 'name-taken' } | { kind: 'bad-name' };

/** Adds an account. `actor` is the administrator, or `null` for the operator's command. */
export async function addOfficer(parts: Parts, typedName: string, role: Role, actor: string | null): Promise<Added> {
  const name = officerName(typedName);
  if (name === null) return { kind: 'bad-name' };
  const { code, setUp } = newSetUp(parts);
  const note = noteOf(parts, actor, 'account-added', name, role);
  const added = await parts.officers.add({ id: randomUUID(), name, role, setUp }, note);
  return added === 'added' ? { kind: 'added', name, code } : { kind: 'name-taken' };
}

export type Reset = { kind: 'reset'; name: string; code: string } | { kind: 'absent' };

/** Gives a new one-time code; password, code app, recovery codes and visits of the account end at once. */
export async function resetOfficer(parts: Parts, name: string, actor: string | null): Promise<Reset> {
  const known = await parts.officers.byName(name);
  if (known === null) return { kind: 'absent' };
  const { code, setUp } = newSetUp(parts);
  const note = noteOf(parts, actor, 'account-reset', name);
  const done = await parts.officers.change(known.officer.id, { kind: 'reset', setUp }, note);
  return done === 'changed' ? { kind: 'reset', name, code } : { kind: 'absent' };
}

export async function changeRole(parts: Parts, name: string, role: Role, actor: string | null): Promise<Changed> {
  const known = await parts.officers.byName(name);
  if (known === null) return 'absent';
  const note = noteOf(parts, actor, 'role-changed', name, role);
  return parts.officers.change(known.officer.id, { kind: 'role', role }, note);
}

/** Locks an account, or opens it again. */
export async function lockOfficer(parts: Parts, name: string, lock: boolean, actor: string | null): Promise<Changed> {
  const known = await parts.officers.byName(name);
  if (known === null) return 'absent';
  const note = noteOf(parts, actor, lock ? 'account-locked' : 'account-unlocked', name);
  return parts.officers.change(known.officer.id, { kind: lock ? 'lock' : 'unlock' }, note);
}

function newSetUp(parts: Parts): { code: string; setUp: { mark: Buffer; until: Date } } {
  const code = newSetUpCode();
  return {
    code,
    setUp: { mark: parts.mark('set-up', plainCode(code)), until: new Date(parts.now().getTime() + setUpMs) },
  };
}
