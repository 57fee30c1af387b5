import { timingSafeEqual } from 'node:crypto';
import type { AuditAction, AuditNote } from '../../core/officers/audit.ts';
import { type Credentials, officerName } from '../../core/officers/officer.ts';
import { lockedAt } from '../../core/officers/patience.ts';
import type { AuditLog, OfficerStore, SecretBox, SessionStore, TryStore } from '../../core/officers/ports.ts';
import type { Stage } from '../../core/officers/session.ts';
import { newSessionId, plainCode } from './codes.ts';
import type { MakeMark } from './keys.ts';
import type { Passwords } from './passwords.ts';
import { stepOf } from './totp.ts';
import type { Visit } from './visit.ts';

/** What signing in and changing accounts work with. */
export type AccessParts = {
  officers: OfficerStore;
  sessions: SessionStore;
  tries: TryStore;
  audit: AuditLog;
  /** Seals the keys of code apps. */
  box: SecretBox;
  mark: MakeMark;
  passwords: Passwords;
  /** What the places here are called: no password is made of them alone. */
  places?: readonly string[];
  now: () => Date;
};

/** What a try came to. `refused` never says which part was wrong. */
export type Try = { kind: 'session'; id: string } | { kind: 'refused' } | { kind: 'wait'; ms: number };

export const noteOf = (
  parts: Pick<AccessParts, 'now'>,
  actor: string | null,
  action: AuditAction,
  subject: string | null = actor,
  detail: string | null = null,
): AuditNote => ({ at: parts.now(), actor, action, subject, detail });

/** The first step: name and password. */
export async function signIn(parts: AccessParts, typedName: string, password: string): Promise<Try> {
  const named = await take(parts, typedName);
  if ('ms' in named) return { kind: 'wait', ms: named.ms };
  const { known } = named;
  const fits = await parts.passwords.fits(known?.officer.state === 'active' ? known.password : null, password);
  if (!fits || known === null) return refuse(parts, named);
  return begin(parts, known, 'password');
}

/** The first step of setting up an account: name and one-time code. */
export async function openSetUp(parts: AccessParts, typedName: string, typedCode: string): Promise<Try> {
  const named = await take(parts, typedName);
  if ('ms' in named) return { kind: 'wait', ms: named.ms };
  const { known } = named;
  const due = known?.officer.state === 'waiting' ? known.setUp : null;
  const given = parts.mark('set-up', plainCode(typedCode));
  if (known === null || due === null || due.until <= parts.now() || !timingSafeEqual(given, due.mark))
    return refuse(parts, named);
  return begin(parts, known, 'set-up');
}

/** The second step: a code of the app, or a recovery code. */
export async function secondStep(parts: AccessParts, visit: Visit, typed: string): Promise<Try> {
  const { credentials, mark } = visit;
  const { officer } = credentials;
  const named = await take(parts, officer.name);
  if ('ms' in named) return { kind: 'wait', ms: named.ms };
  const fits = (await useAppCode(parts, credentials, typed)) || (await useRecoveryCode(parts, credentials, typed));
  if (!fits) return refuse(parts, named);
  const id = newSessionId();
  const note = noteOf(parts, officer.name, 'signed-in');
  if (!(await parts.sessions.complete(mark, parts.mark('session', id), officer.id, parts.now(), note)))
    return { kind: 'refused' };
  await parts.tries.clear(parts.mark('name', officer.name));
  return { kind: 'session', id };
}

/** Whether the password is the visitor's own; counted like a try to sign in. */
export async function isOwnPassword(
  parts: AccessParts,
  { credentials }: Visit,
  password: string,
): Promise<{ kind: 'yes' } | Exclude<Try, { kind: 'session' }>> {
  const named = await take(parts, credentials.officer.name);
  if ('ms' in named) return { kind: 'wait', ms: named.ms };
  if (!(await parts.passwords.fits(credentials.password, password))) return refuse(parts, named);
  await parts.tries.clear(parts.mark('name', credentials.officer.name));
  return { kind: 'yes' };
}

type Named = { known: Credentials | null; count: number };

/** Counts a try with this name, whether or not anybody has it, and finds its account. */
async function take(parts: AccessParts, typedName: string): Promise<Named | { ms: number }> {
  const name = officerName(typedName);
  const counted = await parts.tries.count(parts.mark('name', name ?? ''), parts.now());
  if (counted.kind === 'wait') return { ms: counted.ms };
  return { known: name === null ? null : await parts.officers.byName(name), count: counted.tries.count };
}

/** Notes the failure under the account's name, never under what was typed: that may be a password. */
async function refuse(parts: AccessParts, { known, count }: Named): Promise<{ kind: 'refused' }> {
  if (known !== null) {
    const { name } = known.officer;
    await parts.audit.write(noteOf(parts, name, 'sign-in-failed'));
    if (count === lockedAt) await parts.audit.write(noteOf(parts, name, 'sign-in-shut'));
  }
  return { kind: 'refused' };
}

async function begin(parts: AccessParts, { officer }: Credentials, stage: Stage): Promise<Try> {
  const id = newSessionId();
  await parts.sessions.start(parts.mark('session', id), officer.id, stage, parts.now());
  return { kind: 'session', id };
}

async function useAppCode(parts: AccessParts, credentials: Credentials, typed: string): Promise<boolean> {
  const { officer, totp, totpStep } = credentials;
  const key = totp === null ? null : parts.box.open(totp, `totp ${officer.id}`);
  const step = key === null ? null : await stepOf(key, typed, totpStep, parts.now());
  return step !== null && parts.officers.useTotp(officer.id, step);
}

async function useRecoveryCode(parts: AccessParts, { officer }: Credentials, typed: string): Promise<boolean> {
  const code = plainCode(typed);
  if (code.length !== 10) return false;
  return parts.officers.useRecovery(
    officer.id,
    parts.mark('recovery', code),
    noteOf(parts, officer.name, 'recovery-used'),
  );
}
