import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asked } from '../../src/core/callers.ts';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import { browserOf, type OfficerHouse, openOfficerHouse, setUp } from './house.ts';

let at: OfficerHouse;
beforeAll(async () => {
  at = await openOfficerHouse();
  await setUp(at, 'quan.tri', 'admin');
});
afterAll(() => at?.database.close());

/** The same pages, for an address that has asked for too much of `shut`. */
function shutFor(shut: Asked) {
  const asked: Asked[] = [];
  const within = (_request: Request, _env: unknown, what: Asked) => {
    asked.push(what);
    return what !== shut;
  };
  const app = dashboard({ ...at.house, within }, at.desk, at.content, at.figures, at.campaigns);
  return { browser: browserOf(app), asked };
}

test('too many tries to sign in from one address are refused, whatever names they use; pages still open', async () => {
  const { browser, asked } = shutFor('try');
  expect((await browser.get('/vao')).status).toBe(200);
  for (const [path, fields] of [
    ['/vao', { ten: 'quan.tri', 'mat-khau': 'x' }],
    ['/ma', { ma: '000000' }],
    ['/lap', { ten: 'quan.tri', 'ma-lap': 'x' }],
    ['/lap/buoc-2', { ma: '000000' }],
  ] as const) {
    const refused = await browser.post(path, fields);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('chờ một phút');
  }
  expect(asked).toEqual(['page', 'try', 'try', 'try', 'try']);
});

test('a refused try is not counted against the name: nobody shuts an officer out that way', async () => {
  const { browser } = shutFor('try');
  for (let tried = 0; tried < 20; tried++) await browser.post('/vao', { ten: 'quan.tri', 'mat-khau': 'x' });
  const free = browserOf(at.app);
  expect((await free.post('/vao', { ten: 'quan.tri', 'mat-khau': 'x' })).status).toBe(403);
});

test('too many pages are refused with the guards on', async () => {
  const { browser } = shutFor('page');
  expect((await browser.get('/vao')).status).toBe(429);
  expect((await browser.get('/khong-co')).status).toBe(429);
});
