import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseEvent, OpenedCase } from '../../src/core/referral/case-desk.ts';
import type { Comer } from '../../src/core/referral/intake.ts';
import type { Database } from '../../src/postgres/open.ts';
import { mostOfChannel } from '../../src/postgres/referrals/guesses.ts';
import { forgetReferrals } from '../../src/postgres/referrals/retention.ts';
import { newPair, openLetter } from '../../src/sealing/letter.ts';
import { engines, openEmpty } from '../worker/house.ts';
import { draftTalk, minute, openDesk, planted, referral, start, yesTo } from './referral-house.ts';

const on = (contact: string): Comer => ({ contact, channel: 'web' });

describe.each(engines)('the desk on the %s database', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmpty(engine);
  });
  afterAll(() => database.close());

  async function opened(desk: Awaited<ReturnType<typeof openDesk>>, id: string): Promise<OpenedCase> {
    const found = await desk.desk.open(id, 'can-bo-1', 'first-answer', minute(5));
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  test('a case goes from the yes to the officer and back, and every step is on record', async () => {
    const house = await openDesk(database);
    const { people, desk } = house;
    const receipt = await house.refer();
    const [queued] = await desk.queue();
    expect(queued).toMatchObject({
      urgency: 'soon',
      wants: ['talk', 'legal'],
      when: 'morning',
      holder: null,
      unread: 1,
    });
    const id = queued?.id ?? '';
    expect(await desk.claim(id, 'can-bo-1', minute(4))).toBe('yours');
    const whole = await opened(house, id);
    expect(house.lettersOf(whole)).toEqual([referral]);
    expect(await desk.reply(id, 'can-bo-1', house.reply(whole, 'Chào bạn.'), minute(6))).toBe('sent');

    const key = await people.comeBack(on('nguoi-b'), receipt, 'HOA MAN', minute(20));
    if (key === null || typeof key === 'string') throw new Error('not let in');
    const visit = await people.visit(key, null, minute(20));
    expect(visit).toMatchObject({ letters: ['Chào bạn.'], held: true, closed: false, answerBy: null });
    expect((await people.visit(key, visit?.seen ?? null, minute(21)))?.letters).toEqual([]);
    expect(await people.write(key, 'cảm ơn cô', { answerBy: minute(90), urgent: false }, minute(22))).toBe(true);
    expect((await desk.queue())[0]).toMatchObject({ unread: 1, answerBy: minute(90) });
    expect(house.lettersOf(await opened(house, id))).toEqual([referral, { text: 'Chào bạn.' }, { text: 'cảm ơn cô' }]);

    expect(await desk.close(id, 'can-bo-1', 'answered', minute(30))).toBe('done');
    expect(await desk.queue()).toEqual([]);
    expect(await people.write(key, 'còn đó không', { answerBy: minute(90), urgent: false }, minute(31))).toBe(false);
    expect((await people.visit(key, null, minute(31)))?.closed).toBe(true);
    expect((await desk.events(id)).map((one) => [one.what, one.officer, one.reason])).toEqual([
      ['created', null, null],
      ['claimed', 'can-bo-1', null],
      ['opened', 'can-bo-1', 'first-answer'],
      ['replied', 'can-bo-1', null],
      ['opened', 'can-bo-1', 'first-answer'],
      ['closed', 'can-bo-1', 'answered'],
    ]);
  });

  test('of two officers who claim at once one wins, always', async () => {
    const { desk, refer } = await openDesk(database);
    for (let round = 0; round < 12; round++) {
      await refer(`nguoi-${round}`);
      const id = (await desk.queue()).find((one) => one.holder === null)?.id ?? '';
      const said = await Promise.all(['a', 'b', 'c', 'd'].map((officer) => desk.claim(id, officer, start)));
      expect(said.sort()).toEqual(['taken', 'taken', 'taken', 'yours']);
      expect((await desk.events(id)).filter((one) => one.what === 'claimed').length).toBe(1);
    }
    expect(await desk.claim('khong-co', 'a', start)).toBe('gone');
  });

  test('only the holder opens, replies, hands over and closes', async () => {
    const house = await openDesk(database);
    const { desk } = house;
    await house.refer();
    const id = (await desk.queue())[0]?.id ?? '';
    expect(await desk.open(id, 'can-bo-1', 'first-answer', start)).toBe('not-yours');
    await desk.claim(id, 'can-bo-1', start);
    expect(await desk.open(id, 'can-bo-2', 'supervision', start)).toBe('not-yours');
    expect(await desk.close(id, 'can-bo-2', 'answered', start)).toBe('not-yours');
    const whole = await opened(house, id);
    expect(await desk.reply(id, 'can-bo-2', house.reply(whole, 'a'), start)).toBe('not-yours');
    expect(await desk.handOver(id, 'can-bo-1', 'can-bo-2', start)).toBe('done');
    expect(await desk.open(id, 'can-bo-1', 'follow-up', start)).toBe('not-yours');
    expect(await desk.handOver(id, 'can-bo-2', null, start)).toBe('done');
    expect(await desk.claim(id, 'can-bo-3', start)).toBe('yours');
  });

  test('a reply that the person or a colleague could not read is refused', async () => {
    const house = await openDesk(database);
    await house.refer();
    const id = (await house.desk.queue())[0]?.id ?? '';
    await house.desk.claim(id, 'can-bo-1', start);
    const whole = await opened(house, id);
    const halved = house.reply({ ...whole, replyTo: whole.replyTo.slice(0, 1) }, 'Chào bạn.');
    expect(await house.desk.reply(id, 'can-bo-1', halved, start)).toBe('unreadable');
    expect(await house.desk.reply(id, 'can-bo-1', 'Chào bạn.', start)).toBe('unreadable');
  });

  test('several yeses at once make one case, a yes to another draft none', async () => {
    const { people, desk, draftOf } = await openDesk(database);
    for (let round = 0; round < 8; round++) {
      const stamp = await draftOf('nguoi-a');
      const yes = () => people.refer('nguoi-a', stamp, yesTo(referral), start);
      const said = await Promise.all([yes(), yes(), yes(), yes()]);
      expect(said.filter((one) => one === 'stale').length).toBe(3);
      expect((await desk.queue()).length).toBe(round + 1);
    }
    const stamp = await draftOf('nguoi-b');
    await people.keep('nguoi-b', stamp, { talk: draftTalk, stamp: 'changed', until: minute(30) }, start);
    expect(await people.refer('nguoi-b', stamp, yesTo(referral), start)).toBe('stale');
    expect(await people.refer('nguoi-b', 'changed', yesTo(referral), minute(31))).toBe('stale');
    expect(await people.refer('nguoi-c', 'changed', yesTo(referral), start)).toBe('stale');
    expect((await desk.queue()).length).toBe(8);
  });

  test('of several changes to one draft one is kept', async () => {
    const { people, draftOf } = await openDesk(database);
    const stamp = await draftOf('nguoi-a');
    const change = (to: string) =>
      people.keep('nguoi-a', stamp, { talk: draftTalk, stamp: to, until: minute(30) }, start);
    const said = await Promise.all(['x', 'y', 'z'].map(change));
    expect(said.filter(Boolean).length).toBe(1);
    const kept = await people.load('nguoi-a', start);
    expect(kept?.talk).toEqual(draftTalk);
    expect(await people.load('nguoi-a', minute(30))).toBeNull();
    await people.drop('nguoi-a');
    expect(await people.load('nguoi-a', start)).toBeNull();
  });

  test('without a key nothing is taken', async () => {
    const { people, desk, keys, pair, draftOf } = await openDesk(database);
    expect(await people.ready()).toBe(true);
    await keys.revoke(pair.publicKey.id);
    expect(await people.ready()).toBe(false);
    expect(await people.refer('nguoi-a', await draftOf('nguoi-a'), yesTo(referral), start)).toBe('closed');
    expect(await desk.queue()).toEqual([]);
    // The draft is still there: nothing was lost by the yes.
    expect(await people.load('nguoi-a', start)).not.toBeNull();
  });

  test('guesses are slowed down by person and by receipt, and the right word after few is let in', async () => {
    const { people, refer } = await openDesk(database);
    const receipt = await refer();
    const guess = (contact: string, word: string, minutes = 1) =>
      people.comeBack(on(contact), receipt, word, minute(minutes));
    expect(await guess('ke-do', 'sai một')).toBeNull();
    expect(await guess('ke-do', 'hoa mận')).not.toBeNull();
    const side = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((word) => guess('ke-do', word)));
    expect(side).toContain('wait');
    // Another contact does not help against the same receipt, nor another receipt to the same contact.
    expect(await guess('ke-khac', 'hoa mận')).toBe('wait');
    expect(await people.comeBack(on('ke-do'), '234-567-892-345-678', 'x', minute(2))).toBe('wait');
    expect(await guess('nguoi-a', 'hoa mận', 70)).not.toBe('wait');
  });

  test('a try that was refused does not lengthen the wait', async () => {
    const { people, refer } = await openDesk(database);
    const receipt = await refer();
    const guess = (word: string, minutes: number) => people.comeBack(on('nguoi-a'), receipt, word, minute(minutes));
    for (let at = 0; at < 5; at++) expect(await guess('sai', 1)).toBeNull();
    for (let minutes = 2; minutes < 60; minutes += 9) expect(await guess('hoa mận', minutes)).toBe('wait');
    expect(await guess('hoa mận', 62)).toMatchObject({ privateKey: expect.any(String) });
  });

  test('a flood of guesses shuts its own channel for an hour and no other, and right words are no part of it', async () => {
    const { people, refer } = await openDesk(database);
    const receipt = await refer();
    const from = (contact: string, channel: Comer['channel'], minutes: number, word = 'hoa mận') =>
      people.comeBack({ contact, channel }, receipt, word, minute(minutes));
    for (let at = 0; at < 7; at++) expect(await from('nguoi-a', 'web', 1)).toMatchObject({ case: expect.any(String) });
    await database.pool.query(
      `insert into desk_guess (about, at) select 'contact:web:ke-' || n, $1 from generate_series(1, $2) n`,
      [minute(1), mostOfChannel - 1],
    );
    expect(await from('nguoi-a', 'web', 2, 'sai')).toBeNull();
    expect(await from('nguoi-a', 'web', 2)).toBe('crowded');
    expect(await from('nguoi-b', 'zalo-bot', 2)).toMatchObject({ case: expect.any(String) });
    expect(await from('nguoi-a', 'web', 63)).toMatchObject({ case: expect.any(String) });
  });

  test('one word of the person destroys the case with everything in it', async () => {
    const { people, desk, refer } = await openDesk(database);
    const receipt = await refer();
    const key = await people.comeBack(on('nguoi-a'), receipt, 'hoa mận', start);
    if (key === null || typeof key === 'string') throw new Error('not let in');
    await people.withdraw(key, start);
    await people.withdraw(key, start);
    expect(await people.visit(key, null, start)).toBeNull();
    expect(await people.comeBack(on('nguoi-a'), receipt, 'hoa mận', start)).toBeNull();
    expect((await database.pool.query('select 1 from referral_letter')).rows).toEqual([]);
    expect((await desk.events(key.case)).map((one) => one.what)).toEqual(['created', 'withdrawn']);
    expect(await desk.claim(key.case, 'can-bo-1', start)).toBe('gone');
  });

  test('closed cases are destroyed after their days, open ones never', async () => {
    const heard: CaseEvent[] = [];
    const onEvent = async (_: unknown, event: CaseEvent) => void heard.push(event);
    const { desk, refer } = await openDesk(database, onEvent);
    await refer('nguoi-a');
    await refer('nguoi-b');
    const [one, two] = await desk.queue();
    await desk.claim(one?.id ?? '', 'can-bo-1', start);
    await desk.open(one?.id ?? '', 'can-bo-1', 'first-answer', start);
    await desk.close(one?.id ?? '', 'can-bo-1', 'answered', start);
    await forgetReferrals(database.pool, 90, minute(90 * 24 * 60 - 1), onEvent);
    expect((await database.pool.query('select 1 from referral')).rows.length).toBe(2);
    await forgetReferrals(database.pool, 90, minute(90 * 24 * 60), onEvent);
    expect((await desk.queue()).map((each) => each.id)).toEqual([two?.id]);
    for (const table of ['referral', 'referral_letter'])
      expect((await database.pool.query(`select 1 from ${table}`)).rows.length).toBe(1);
    expect((await desk.events(one?.id ?? '')).at(-1)?.what).toBe('destroyed');
    expect(heard.map((each) => each.what)).toEqual(['created', 'created', 'claimed', 'opened', 'closed', 'destroyed']);
  });

  test('a case is not closed over words that nobody has read', async () => {
    const house = await openDesk(database);
    const { people, desk } = house;
    const receipt = await house.refer();
    const id = (await desk.queue())[0]?.id ?? '';
    await desk.claim(id, 'can-bo-1', start);
    expect(await desk.close(id, 'can-bo-1', 'no-contact', start)).toBe('unread');
    await opened(house, id);
    const key = await people.comeBack(on('nguoi-a'), receipt, 'hoa mận', start);
    if (key === null || typeof key === 'string') throw new Error('not let in');
    // Written at the very moment of closing: either it is in before and is read first, or the person is told it is not.
    const [wrote, closed] = await Promise.all([
      people.write(key, 'còn một chuyện', { answerBy: minute(90), urgent: false }, minute(6)),
      desk.close(id, 'can-bo-1', 'answered', minute(6)),
    ]);
    expect([wrote, closed]).toEqual(wrote ? [true, 'unread'] : [false, 'done']);
  });

  test('officers are told once of a new case, and of a late one at once and each day it stays so', async () => {
    const { desk, refer } = await openDesk(database);
    await refer();
    const id = (await desk.queue())[0]?.id ?? '';
    const both = await Promise.all([desk.takeNotices(minute(1)), desk.takeNotices(minute(1))]);
    expect(both.flat()).toEqual([{ case: id, urgency: 'soon', kind: 'new' }]);
    expect(await desk.takeNotices(minute(59))).toEqual([]);
    expect(await desk.takeNotices(minute(60))).toEqual([{ case: id, urgency: 'soon', kind: 'late' }]);
    const day = 24 * 60;
    expect(await desk.takeNotices(minute(60 + day - 1))).toEqual([]);
    expect(await desk.takeNotices(minute(60 + day))).toEqual([{ case: id, urgency: 'soon', kind: 'late' }]);
    expect(await desk.takeNotices(minute(61 + day))).toEqual([]);
  });

  test('a deed whose audit fails has not happened', async () => {
    const { desk, refer } = await openDesk(database, async (_, event) => {
      if (event.what === 'opened') throw new Error('the log is full');
    });
    await refer();
    const id = (await desk.queue())[0]?.id ?? '';
    await desk.claim(id, 'can-bo-1', start);
    await expect(desk.open(id, 'can-bo-1', 'first-answer', start)).rejects.toThrow();
    expect((await desk.queue())[0]?.unread).toBe(1);
    expect((await desk.events(id)).map((one) => one.what)).toEqual(['created', 'claimed']);
  });

  test('keys: a new one retires the old, recovery stands beside, revoking destroys wrappings', async () => {
    const { keys, pair, refer, desk } = await openDesk(database);
    const [next, paper, stray] = [newPair(), newPair(), newPair()];
    expect(await keys.add(paper.publicKey, 'recovery', null)).toBe(true);
    expect(await keys.add(next.publicKey, 'desk', { officer: 'can-bo-1', key: '{"v":1}' })).toBe(true);
    expect(await keys.add(next.publicKey, 'desk', { officer: 'can-bo-2', key: '{"v":1}' })).toBe(false);
    expect(await keys.add(stray.publicKey, 'desk', null)).toBe(false);
    expect(await keys.add({ ...stray.publicKey, id: 'x' }, 'recovery', null)).toBe(false);
    const states = Object.fromEntries((await keys.list()).map((one) => [one.id, one.state]));
    expect(states).toEqual({
      [pair.publicKey.id]: 'retired',
      [next.publicKey.id]: 'active',
      [paper.publicKey.id]: 'active',
    });
    await refer();
    const id = (await desk.queue())[0]?.id ?? '';
    await desk.claim(id, 'can-bo-1', start);
    const whole = await desk.open(id, 'can-bo-1', 'first-answer', start);
    if (typeof whole === 'string') throw new Error(whole);
    const open = (key: string) =>
      openLetter(whole.letters[0]?.sealed ?? '', { case: id, kind: 'referral' }, key) !== undefined;
    expect([next, paper, pair].map((one) => open(one.privateKey))).toEqual([true, true, false]);

    expect((await keys.wrappedFor('can-bo-1')).map((one) => one.key.id)).toEqual(
      expect.arrayContaining([pair.publicKey.id, next.publicKey.id]),
    );
    expect(await keys.wrapFor(next.publicKey.id, 'can-bo-2', '{"v":1,"b":2}')).toBe(true);
    await keys.revoke(next.publicKey.id);
    expect(await keys.wrappedFor('can-bo-2')).toEqual([]);
    expect(await keys.wrapFor(next.publicKey.id, 'can-bo-2', '{"v":1}')).toBe(false);
    await keys.dropFor('can-bo-1');
    expect(await keys.wrappedFor('can-bo-1')).toEqual([]);
  });

  test('no planted word is in any table, before the yes or after', async () => {
    const house = await openDesk(database);
    await house.draftOf('nguoi-b');
    const receipt = await house.refer();
    const key = await house.people.comeBack(on('nguoi-a'), receipt, 'hoa mận', start);
    if (key === null || typeof key === 'string') throw new Error('not let in');
    await house.people.write(key, planted.join(', '), { answerBy: minute(60), urgent: true }, start);
    const tables = ['desk_talk', 'desk_guess', 'referral', 'referral_letter', 'referral_event'];
    const dumps = await Promise.all(tables.map((name) => database.pool.query(`select t::text as row from ${name} t`)));
    const dump = JSON.stringify(dumps.map((one) => one.rows));
    expect(dump.length).toBeGreaterThan(3_000);
    for (const word of [...planted, receipt, receipt.replaceAll('-', ''), key.privateKey]) {
      expect(dump).not.toContain(word);
      expect(dump).not.toContain(Buffer.from(word).toString('hex'));
    }
    // The control: the scan finds what is there in the clear.
    expect(dump).toContain(key.case);
    const id = (await house.desk.queue())[0]?.id ?? '';
    await house.desk.claim(id, 'can-bo-1', start);
    expect(JSON.stringify(house.lettersOf(await opened(house, id)))).toContain(planted[3]);
  });
});
