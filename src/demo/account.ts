import { randomBytes } from 'node:crypto';
import { addOfficer, resetOfficer } from '../dashboard/access/accounts.ts';
import { newRecoveryCodes, plainCode } from '../dashboard/access/codes.ts';
import { type AccessParts, noteOf } from '../dashboard/access/door.ts';
import { totpKeyOf } from '../dashboard/access/set-up.ts';

export type DemoAccount = { name: string; password: string; codes: string[] };

const name = 'xem.thu';

/** An account to look around with, made anew each time: a password, and codes in place of a phone, each for one visit. */
export async function demoAccount(parts: AccessParts): Promise<DemoAccount> {
  const known = await parts.officers.byName(name);
  const given = known === null ? await addOfficer(parts, name, 'admin', null) : await resetOfficer(parts, name, null);
  if (!('code' in given)) throw new Error(given.kind);
  const made = await parts.officers.byName(name);
  if (!made?.setUp) throw new Error('the account that was just made is gone');
  // No app has this key; an account is only whole with one.
  await totpKeyOf(parts, { credentials: made });
  const password = randomBytes(12).toString('base64url');
  const codes = newRecoveryCodes();
  const done = await parts.officers.setUp(
    made.officer.id,
    {
      mark: made.setUp.mark,
      password: await parts.passwords.hash(password),
      totpStep: 0,
      recovery: codes.map((code) => parts.mark('recovery', plainCode(code))),
    },
    noteOf(parts, name, 'account-set-up'),
  );
  if (!done) throw new Error('the account that was just made could not be set up');
  return { name, password, codes };
}
