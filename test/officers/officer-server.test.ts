import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOfficer, lockOfficer } from '../../src/dashboard/access/accounts.ts';
import { giveKey, refer } from '../cases/desk.ts';
import { engines, openEmpty } from '../worker/house.ts';
import { browserOf, codeOf, makeClock, type OfficerHouse, openOfficerHouse, password, setUp } from './house.ts';

// On a server many are at work at once for real; the embedded database takes one statement after another.
describe.each(engines)('on the %s database', (engine) => {
  let house: OfficerHouse;
  beforeAll(async () => {
    house = await openOfficerHouse(makeClock(), () => openEmpty(engine));
  });
  afterAll(() => house.database.close());
  beforeEach(() => house.empty());

  test('many claims, wrong tries and log lines at once keep their rules', async () => {
    await setUp(house, 'quan.tri', 'admin');
    const owners = [];
    for (const name of ['mai.ca', 'lan.ca', 'hoa.ca', 'dao.ca']) owners.push(await setUp(house, name, 'case-worker'));
    await giveKey(house, 'mai.ca');
    for (let round = 0; round < 8; round += 1) {
      const { caseId } = await refer(house, `nguoi-${round}`);
      const claims = await Promise.all(owners.map(({ browser }) => browser.post(`/ca/${caseId}/nhan`)));
      expect(claims.filter(({ status }) => status === 303)).toHaveLength(1);
    }
    const wrong = () => browserOf(house.app).post('/vao', { ten: 'quan.tri', 'mat-khau': 'không phải mật khẩu' });
    const tries = await Promise.all(Array.from({ length: 16 }, wrong));
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(6);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(await house.house.audit.verify()).toMatchObject({ kind: 'whole' });
  });

  test('signing in while being locked ends either way, and never signed in and locked', async () => {
    await setUp(house, 'quan.tri', 'admin');
    const owner = await setUp(house, 'mai.ca', 'case-worker');
    for (let round = 0; round < 8; round += 1) {
      const browser = browserOf(house.app);
      await browser.post('/vao', { ten: 'mai.ca', 'mat-khau': password });
      const ma = await codeOf(owner.key, house.clock.now());
      const [came, locked] = await Promise.all([
        browser.post('/ma', { ma }),
        lockOfficer(house.house, 'mai.ca', true, null),
      ]);
      expect(locked).toBe('changed');
      expect(came.status).toBeLessThan(500);
      expect((await browser.get('')).to).toBe('/can-bo/vao');
      await lockOfficer(house.house, 'mai.ca', false, null);
      house.clock.pass(60_000);
    }
  });

  test('one name is given once', async () => {
    const added = await Promise.all(
      Array.from({ length: 8 }, () => addOfficer(house.house, 'mai.ca', 'case-worker', null)),
    );
    expect(added.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    expect(await house.house.audit.verify()).toMatchObject({ kind: 'whole', count: 1 });
  });

  test('the log refuses changes here too', async () => {
    await addOfficer(house.house, 'mai.ca', 'case-worker', null);
    for (const text of ['update audit set detail = null', 'delete from audit', 'truncate audit'])
      await expect(house.database.pool.query(text)).rejects.toThrow(/only ever added to/);
  });
});
