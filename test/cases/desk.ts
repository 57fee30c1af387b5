import type { Referral } from '../../src/core/referral/case.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import { intake } from '../../src/postgres/referrals/intake.ts';
import { newPair } from '../../src/sealing/letter.ts';
import { makeSealing } from '../../src/sealing/sealing.ts';
import type { OfficerHouse } from '../officers/house.ts';
import { draftTalk, referral, yesTo } from '../postgres/referral-house.ts';

/** An officer's id by name. */
export async function idOf({ house }: OfficerHouse, name: string): Promise<string> {
  const known = await house.officers.byName(name);
  if (known === null) throw new Error(`no ${name}`);
  return known.officer.id;
}

/** A desk key whose private half the test holds. */
export async function giveKey(house: OfficerHouse, name: string) {
  const pair = newPair();
  await house.desk.keys.add(pair.publicKey, 'desk', { officer: await idOf(house, name), key: '{"v":1}' });
  return pair;
}

/** The person's side: a contact who says yes; what is told is `what` over the invented referral. */
export async function refer({ database, clock }: OfficerHouse, contact: string, what: Partial<Referral> = {}) {
  const sealing = makeSealing('một bí mật bịa ra đủ dài cho phép thử');
  const people = intake(database.pool, sealing, makeSeal('khoá hàng đợi bịa ra, đủ dài', 'drafts'));
  const now = clock.now();
  const until = new Date(now.getTime() + 30 * 60_000);
  await people.keep(contact, null, { talk: draftTalk, stamp: `s-${contact}`, until }, now);
  const yes = { ...yesTo({ ...referral, ...what }), answerBy: new Date(now.getTime() + 60 * 60_000), until };
  const done = await people.refer(contact, `s-${contact}`, yes, now);
  if (typeof done === 'string') throw new Error(done);
  const key = await people.comeBack({ contact, channel: 'web' }, done.receipt, what.codeWord ?? referral.codeWord, now);
  if (key === null || typeof key === 'string') throw new Error('not back');
  return { people, receipt: done.receipt, key, caseId: key.case };
}
