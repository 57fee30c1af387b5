import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { brokenWords } from '../../src/core/officers/audit.ts';
import { addOfficer } from '../../src/dashboard/access/accounts.ts';
import { auditLog } from '../../src/postgres/officers/audit.ts';
import { type OfficerHouse, openOfficerHouse, setUp } from './house.ts';

let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(() => house.database.close());
beforeEach(() => house.empty());

const sql = (text: string) => house.database.pool.query(text);
/** What somebody does who has the database to themselves. */
const forge = async (text: string) => {
  await sql('alter table audit disable trigger all');
  await sql(text);
  await sql('alter table audit enable trigger all');
};
const note = (subject: string) =>
  house.house.audit.write({
    at: house.clock.now(),
    actor: 'quan.tri',
    action: 'account-locked',
    subject,
    detail: null,
  });

test('the log is whole, empty or not, however many write at once', async () => {
  expect(await house.house.audit.verify()).toEqual({ kind: 'whole', count: 0, head: '' });
  await Promise.all(Array.from({ length: 12 }, (_, at) => note(`n${at}`)));
  expect(await house.house.audit.verify()).toMatchObject({ kind: 'whole', count: 12 });
  const entries = await house.house.audit.read(5, 9);
  expect(entries.map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4]);
});

test.each(['update audit set detail = null', 'delete from audit', 'truncate audit'])(
  'the database itself refuses "%s"',
  async (text) => {
    await note('a');
    await expect(sql(text)).rejects.toThrow(/only ever added to/);
    expect(await house.house.audit.verify()).toMatchObject({ kind: 'whole', count: 1 });
  },
);

const forgeries: Array<[what: string, text: string, at: number]> = [
  ['changed', "update audit set subject = 'x' where seq = 2", 2],
  ['dated otherwise', "update audit set at = at + interval '1 minute' where seq = 3", 3],
  ['taken out', 'delete from audit where seq = 2', 2],
  ['taken out and renumbered', 'delete from audit where seq = 2; update audit set seq = seq - 1 where seq > 2', 2],
  ['put in', "insert into audit select 5, at, actor, action, 'x', detail, mark from audit where seq = 4", 5],
];

test.each(forgeries)('a line %s shows', async (_what, text, at) => {
  for (const subject of ['a', 'b', 'c', 'd']) await note(subject);
  await forge(text);
  expect(await house.house.audit.verify()).toEqual({ kind: 'broken', at });
});

test('a chain made with another key does not hold', async () => {
  await note('a');
  const other = auditLog(house.database.pool, Buffer.alloc(32, 1));
  expect(await other.verify()).toEqual({ kind: 'broken', at: 1 });
});

test('under a new key the part before is told as what it can be, and what was changed after it as changed', async () => {
  for (const subject of ['a', 'b', 'c']) await note(subject);
  const newer = auditLog(house.database.pool, Buffer.alloc(32, 1));
  expect(await newer.verify()).toEqual({ kind: 'other-key', to: 3, count: 3 });
  for (const subject of ['d', 'e'])
    await newer.write({ at: house.clock.now(), actor: null, action: 'account-locked', subject, detail: null });
  expect(await newer.verify()).toEqual({ kind: 'other-key', to: 3, count: 5 });
  await forge("update audit set subject = 'x' where seq = 5");
  expect(await newer.verify()).toEqual({ kind: 'broken', at: 1 });
  const { what, toDo } = brokenWords({ kind: 'other-key', to: 3, count: 5 });
  expect(`${what} ${toDo}`).toMatch(/dòng 1 đến dòng 3 không kiểm được.*khóa đã được thay.*viết lại.*sự cố/);
  expect(what).not.toContain('bị sửa');
});

test('whoever rewrites the first lines without the key is not taken for a change of keys without a word of it', async () => {
  for (const subject of ['a', 'b', 'c', 'd']) await note(subject);
  await forge("update audit set subject = 'x' where seq <= 2");
  const state = await house.house.audit.verify();
  expect(state).toEqual({ kind: 'other-key', to: 2, count: 4 });
  const { browser } = await setUp(house, 'quan.tri', 'admin');
  expect((await browser.get('/nhat-ky')).text).toMatch(
    /role="alert"><b>Nhật ký từ dòng 1 đến dòng 2 không kiểm được.*sự cố/,
  );
});

test('a change and its line stand together: what was refused leaves none', async () => {
  await addOfficer(house.house, 'mai.ca', 'case-worker', 'quan.tri');
  await addOfficer(house.house, 'mai.ca', 'admin', 'quan.tri');
  const entries = await house.house.audit.read(10, null);
  expect(entries).toMatchObject([
    { actor: 'quan.tri', action: 'account-added', subject: 'mai.ca', detail: 'case-worker' },
  ]);
});

test('the administrator sees a broken log at once', async () => {
  const { browser } = await setUp(house, 'quan.tri', 'admin');
  expect((await browser.get('/nhat-ky')).text).toContain('Nhật ký nguyên vẹn');
  await forge("update audit set actor = 'ai.do' where seq = 1");
  const { text } = await browser.get('/nhat-ky');
  expect(text).toContain('Nhật ký đã bị sửa từ dòng 1');
});
