import { weakness } from '../../core/officers/password.ts';
import { newRecoveryCodes, newSessionId, plainCode } from './codes.ts';
import { type AccessParts, noteOf } from './door.ts';
import { newTotpKey, stepOf } from './totp.ts';
import type { Visit } from './visit.ts';

/** The key for the code app of an account being set up: made at the first look, the same until set-up ends. */
export async function totpKeyOf(parts: AccessParts, { credentials }: Pick<Visit, 'credentials'>): Promise<string> {
  const { officer, totp } = credentials;
  const kept = totp === null ? null : parts.box.open(totp, aboutTotp(officer.id));
  if (kept !== null) return kept;
  const key = newTotpKey();
  await parts.officers.keepTotp(officer.id, parts.box.close(key, aboutTotp(officer.id)));
  return key;
}

export type SetUp =
  | { kind: 'done'; id: string; recovery: string[] }
  /** Why, as the officer reads it. */
  | { kind: 'not-yet'; why: string }
  /** The one-time code was used or replaced meanwhile. */
  | { kind: 'over' };

/** Ends set-up: password and first code are kept, recovery codes are made, and the visit becomes a whole one. */
export async function finishSetUp(
  parts: AccessParts,
  visit: Visit,
  typed: { password: string; again: string; code: string },
): Promise<SetUp> {
  const { officer, setUp, totp } = visit.credentials;
  const weak = weakness(typed.password, officer.name, parts.places);
  if (weak !== null) return { kind: 'not-yet', why: weak };
  if (typed.password !== typed.again) return { kind: 'not-yet', why: 'Hai lần gõ mật khẩu chưa giống nhau.' };
  const key = totp === null ? null : parts.box.open(totp, aboutTotp(officer.id));
  if (key === null || setUp === null) return { kind: 'over' };
  const step = await stepOf(key, typed.code, 0, parts.now());
  if (step === null)
    return {
      kind: 'not-yet',
      why: 'Mã 6 số chưa đúng. Xem lại mã đang hiện trong ứng dụng, và xem đồng hồ điện thoại có đúng giờ không.',
    };
  const recovery = newRecoveryCodes();
  const done = await parts.officers.setUp(
    officer.id,
    {
      mark: setUp.mark,
      password: await parts.passwords.hash(typed.password),
      totpStep: step,
      recovery: recoveryMarks(parts, recovery),
    },
    noteOf(parts, officer.name, 'account-set-up'),
  );
  if (!done) return { kind: 'over' };
  const id = newSessionId();
  const signedIn = noteOf(parts, officer.name, 'signed-in');
  if (!(await parts.sessions.complete(visit.mark, parts.mark('session', id), officer.id, parts.now(), signedIn)))
    return { kind: 'over' };
  await parts.tries.clear(parts.mark('name', officer.name));
  return { kind: 'done', id, recovery };
}

/** New recovery codes in place of the old ones. */
export async function renewRecovery(parts: AccessParts, { credentials: { officer } }: Visit): Promise<string[]> {
  const codes = newRecoveryCodes();
  await parts.officers.renewRecovery(
    officer.id,
    recoveryMarks(parts, codes),
    noteOf(parts, officer.name, 'recovery-renewed'),
  );
  return codes;
}

const aboutTotp = (officer: string) => `totp ${officer}`;

const recoveryMarks = (parts: AccessParts, codes: string[]) =>
  codes.map((code) => parts.mark('recovery', plainCode(code)));
