import type { Referral } from '../../src/core/referral/case.ts';
import type { OpenedCase } from '../../src/core/referral/case-desk.ts';
import type { DeskTalk } from '../../src/core/referral/talk.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import type { Database } from '../../src/postgres/open.ts';
import { caseDesk } from '../../src/postgres/referrals/case-desk.ts';
import { deskKeys } from '../../src/postgres/referrals/desk-keys.ts';
import type { OnEvent } from '../../src/postgres/referrals/events.ts';
import { intake } from '../../src/postgres/referrals/intake.ts';
import { newPair, openLetter, sealLetter } from '../../src/sealing/letter.ts';
import { makeSealing } from '../../src/sealing/sealing.ts';

export const start = new Date('2026-11-26T03:00:00Z');
export const minute = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** What an invented person chose to say. */
export const referral: Referral = {
  about: 'self',
  wants: ['talk', 'legal'],
  when: 'morning',
  way: 'nhắn cho cô Mẩy Thử ở chợ phiên',
  codeWord: 'hoa mận',
  commune: 'Lùng Phình Giả',
  words: 'tối qua có chuyện, người kể tên Páo Văn Thử',
  shown: '– Cần: Có người nghe, tư vấn',
};
/** Words and names that must never be found outside a letter. */
export const planted = ['Mẩy Thử', 'hoa mận', 'Lùng Phình Giả', 'Páo Văn Thử'];

/** The desk over an empty database, with an officer's key whose private half the test holds. */
export async function openDesk(database: Pick<Database, 'pool'>, onEvent?: OnEvent) {
  const { pool } = database;
  await pool.query(
    'truncate desk_key, desk_key_wrap, desk_talk, desk_guess, referral, referral_letter, referral_event cascade',
  );
  const sealing = makeSealing('một bí mật bịa ra đủ dài cho phép thử');
  const people = intake(pool, sealing, makeSeal('khoá hàng đợi bịa ra, đủ dài', 'drafts'), onEvent);
  const desk = caseDesk(pool, sealing, onEvent);
  const keys = deskKeys(pool, sealing);
  const pair = newPair();
  await keys.add(pair.publicKey, 'desk', { officer: 'can-bo-1', key: '{"v":1}' });

  /** Brings a contact to the yes and says it; the receipt. */
  async function refer(contact = 'nguoi-a', codeWord = 'hoa mận', now = start): Promise<string> {
    const stamp = await draftOf(contact, now);
    const done = await people.refer(contact, stamp, yesTo({ ...referral, codeWord }), now);
    if (typeof done === 'string') throw new Error(done);
    return done.receipt;
  }
  async function draftOf(contact: string, now = start): Promise<string> {
    const stamp = `s-${contact}`;
    await people.drop(contact);
    await people.keep(contact, null, { talk: draftTalk, stamp, until: minute(30) }, now);
    return stamp;
  }
  const lettersOf = (opened: OpenedCase) =>
    opened.letters.map(({ kind, sealed }) => openLetter(sealed, { case: opened.id, kind }, pair.privateKey));
  const reply = (opened: OpenedCase, text: string) =>
    sealLetter({ text }, { case: opened.id, kind: 'from-officer' }, opened.replyTo);
  return { people, desk, keys, pair, refer, draftOf, lettersOf, reply };
}

export const yesTo = (what: Referral, stamp = 'after') => ({
  referral: what,
  urgency: 'soon' as const,
  answerBy: minute(60),
  update: 'u-yes',
  stamp,
  until: minute(45),
});

const { shown: _, ...draft } = referral;

export const draftTalk: DeskTalk = {
  stage: 'draft',
  step: 'confirm',
  draft,
  level: 'support',
  begunAt: start,
  askedAt: start,
  paused: false,
  last: 'u-1',
};
