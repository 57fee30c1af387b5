import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resealing, StaleLetter } from '../../src/core/referral/resealing.ts';
import type { Database } from '../../src/postgres/open.ts';
import { resealing } from '../../src/postgres/referrals/resealing.ts';
import { isSealedTo, newPair, openLetter, sealLetter } from '../../src/sealing/letter.ts';
import { engines, openEmpty } from '../worker/house.ts';
import { minute, openDesk, planted, referral, start } from './referral-house.ts';

describe.each(engines)('sealing anew on the %s database', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmpty(engine);
  });
  afterAll(() => database.close());

  /** A case with a letter of each kind, and a desk key that has since been replaced. */
  async function rotated() {
    const house = await openDesk(database);
    const { people, desk, keys } = house;
    const receipt = await house.refer();
    const key = await people.comeBack({ contact: 'nguoi-a', channel: 'web' }, receipt, 'hoa mận', start);
    if (key === null || typeof key === 'string') throw new Error('not let in');
    await desk.claim(key.case, 'can-bo-1', start);
    const opened = await desk.open(key.case, 'can-bo-1', 'first-answer', start);
    if (typeof opened === 'string') throw new Error(opened);
    await desk.reply(key.case, 'can-bo-1', house.reply(opened, 'Chào bạn.'), start);
    await people.write(key, 'cảm ơn cô', { answerBy: minute(90), urgent: false }, start);
    const reseal = resealing(database.pool, { isSealedTo });
    expect(await reseal.stale()).toEqual([]);
    const next = newPair();
    await keys.add(next.publicKey, 'desk', { officer: 'can-bo-1', key: '{"v":1}' });
    return { ...house, key, id: key.case, reseal, next };
  }
  type Rotated = Awaited<ReturnType<typeof rotated>>;

  async function taken(reseal: Resealing, id: string): Promise<StaleLetter[]> {
    const letters = await reseal.take(id, 'can-bo-1', minute(5));
    if (typeof letters === 'string') throw new Error(letters);
    return letters;
  }
  /** What an officer's browser does with a letter. */
  const anew = (id: string, { kind, sealed, to }: StaleLetter, privateKey: string) =>
    sealLetter(openLetter(sealed, { case: id, kind }, privateKey), { case: id, kind }, to);
  const readBy = async ({ id }: Rotated, privateKey: string) => {
    const { rows } = await database.pool.query(
      'select kind, sealed from referral_letter where referral = $1 order by id',
      [id],
    );
    return rows.map(({ kind, sealed }) => openLetter(sealed, { case: id, kind }, privateKey));
  };
  const whole = [referral, { text: 'Chào bạn.' }, { text: 'cảm ơn cô' }];

  test('every letter changes keys: the new key opens all, the old one nothing, the person still reads', async () => {
    const house = await rotated();
    const { reseal, id, pair, next } = house;
    // The control: before, it is the other way round.
    expect(await readBy(house, pair.privateKey)).toEqual(whole);
    expect(await readBy(house, next.privateKey)).toEqual([undefined, undefined, undefined]);
    expect(await reseal.stale()).toEqual([{ case: id, holder: 'can-bo-1' }]);
    for (const letter of await taken(reseal, id))
      expect(await reseal.put(id, letter.id, 'can-bo-1', anew(id, letter, pair.privateKey), minute(6))).toBe('done');
    expect(await readBy(house, next.privateKey)).toEqual(whole);
    expect(await readBy(house, pair.privateKey)).toEqual([undefined, undefined, undefined]);
    expect(await house.people.visit(house.key, null, minute(7))).toMatchObject({ letters: ['Chào bạn.'] });
    expect(await reseal.stale()).toEqual([]);
    const events = (await house.desk.events(id)).slice(-2).map(({ what, officer, reason }) => [what, officer, reason]);
    expect(events).toEqual([
      ['opened', 'can-bo-1', 'new-key'],
      ['resealed', 'can-bo-1', null],
    ]);
    // What waits to be read was not read by this.
    expect((await house.desk.queue())[0]?.unread).toBe(1);
    const dump = JSON.stringify((await database.pool.query('select t::text from referral_letter t')).rows);
    for (const word of planted) expect(dump).not.toContain(word);
  });

  test('broken off and begun again, it goes on where it was; what is done is left alone', async () => {
    const house = await rotated();
    const { reseal, id, pair, next } = house;
    const [first] = await taken(reseal, id);
    if (!first) throw new Error('nothing to do');
    await reseal.put(id, first.id, 'can-bo-1', anew(id, first, pair.privateKey), minute(6));
    const again = await taken(reseal, id);
    expect(again.map((one) => one.id)).not.toContain(first.id);
    expect(again).toHaveLength(2);
    // A late repetition of the first changes nothing, whatever is in it.
    const other = sealLetter({ text: 'khác' }, { case: id, kind: first.kind }, first.to);
    expect(await reseal.put(id, first.id, 'can-bo-1', other, minute(7))).toBe('done');
    for (const letter of again)
      await reseal.put(id, letter.id, 'can-bo-1', anew(id, letter, pair.privateKey), minute(8));
    expect(await readBy(house, next.privateKey)).toEqual(whole);
    expect(await taken(reseal, id)).toEqual([]);
  });

  test('two officers at it at once do it once', async () => {
    const house = await rotated();
    const { reseal, id, pair, next, desk } = house;
    await desk.handOver(id, 'can-bo-1', null, minute(4));
    const all = await Promise.all(
      ['can-bo-1', 'can-bo-2', 'can-bo-3'].map(async (officer) => {
        const letters = await reseal.take(id, officer, minute(5));
        if (typeof letters === 'string') throw new Error(letters);
        return Promise.all(
          letters.map((one) => reseal.put(id, one.id, officer, anew(id, one, pair.privateKey), minute(6))),
        );
      }),
    );
    expect(all.flat().every((one) => one === 'done')).toBe(true);
    expect(await readBy(house, next.privateKey)).toEqual(whole);
    expect((await desk.events(id)).filter(({ what }) => what === 'resealed')).toHaveLength(1);
  });

  test('a case of a colleague, a closed one, and letters sealed to anybody else are refused', async () => {
    const { reseal, id, pair, desk, keys } = await rotated();
    expect(await reseal.take(id, 'can-bo-2', minute(5))).toBe('not-yours');
    const [letter] = await taken(reseal, id);
    if (!letter) throw new Error('nothing to do');
    expect(await reseal.put(id, letter.id, 'can-bo-2', anew(id, letter, pair.privateKey), minute(6))).toBe('not-yours');
    const thief = newPair().publicKey;
    const place = { case: id, kind: letter.kind };
    for (const to of [[thief], [...letter.to, thief], [pair.publicKey]])
      expect(await reseal.put(id, letter.id, 'can-bo-1', sealLetter({}, place, to), minute(6))).toBe('unreadable');
    expect(await reseal.put(id, letter.id, 'can-bo-1', 'chữ thường', minute(6))).toBe('unreadable');
    // Keys change once more while the letters are in the browser.
    const third = newPair();
    await keys.add(third.publicKey, 'desk', { officer: 'can-bo-1', key: '{"v":1}' });
    expect(await reseal.put(id, letter.id, 'can-bo-1', anew(id, letter, pair.privateKey), minute(6))).toBe(
      'unreadable',
    );
    await desk.open(id, 'can-bo-1', 'follow-up', minute(7));
    await desk.close(id, 'can-bo-1', 'answered', minute(7));
    expect(await reseal.take(id, 'can-bo-1', minute(8))).toBe('gone');
    expect(await reseal.stale()).toEqual([]);
  });

  test('a new recovery key gets the cases there are; without any key nothing is stale', async () => {
    const house = await rotated();
    const { reseal, id, pair, next, keys } = house;
    const paper = newPair();
    await keys.add(paper.publicKey, 'recovery', null);
    for (const letter of await taken(reseal, id))
      await reseal.put(id, letter.id, 'can-bo-1', anew(id, letter, pair.privateKey), minute(6));
    expect(await readBy(house, paper.privateKey)).toEqual(whole);
    for (const one of [paper, next]) await keys.revoke(one.publicKey.id);
    expect(await reseal.stale()).toEqual([]);
  });
});
