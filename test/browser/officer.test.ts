import { Hono } from 'hono';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addOfficer } from '../../src/dashboard/access/accounts.ts';
import { codeOf, type OfficerHouse, openOfficerHouse, password, setUp } from '../officers/house.ts';
import { looksRight, officersInBrowsers } from './officer-house.ts';
import { views } from './pages.ts';
import { serveApp } from './serve.ts';

// Whole ways through many pages, with keys that take a million rounds: long on a slow machine.
vi.setConfig({ testTimeout: 240_000 });

const at = officersInBrowsers(openOfficerHouse);
let house: OfficerHouse;
let page: Page;
beforeEach(() => {
  house = at.house;
});
afterEach(() => expect(at.elsewhere()).toEqual([]));

const open = async (path: string, options: BrowserContextOptions = {}) => {
  page = await at.open(path, options);
};
const title = () => page.locator('h1').innerText();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** Waits until the page with this title is there: a click may return before it came. */
const arrive = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** Sets an account up from its one-time code, with keyboard and mouse as a person would. */
async function setUpByHand(name: string, onPage: () => Promise<void> = async () => {}): Promise<string> {
  const added = await addOfficer(house.house, name, 'admin', null);
  if (added.kind !== 'added') throw new Error(added.kind);
  await page.goto(at.url('/vao'));
  await onPage();
  await page.getByRole('link', { name: 'Lập tài khoản' }).click();
  await arrive('Lập tài khoản');
  await onPage();
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mã lập tài khoản').fill(added.code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Mật khẩu mới').fill(password);
  await page.getByLabel('Gõ lại mật khẩu').fill(password);
  await onPage();
  const key = (await page.locator('code.key').innerText()).replace(/\s/g, '');
  await page.getByLabel('Mã 6 số mà ứng dụng đang hiện').fill(await codeOf(key, house.clock.now()));
  await press('Lập tài khoản');
  await page.getByText('10 mã dự phòng').waitFor();
  await onPage();
  house.clock.pass(30_000);
  return key;
}

test.each(views)('%s: every page is whole, from the first code to the log', async (_name, options) => {
  await open('', options);
  expect(await title()).toBe('Chưa có tài khoản cán bộ nào');
  await looksRight(page);
  const key = await setUpByHand('quan.tri', () => looksRight(page));
  await page.getByRole('link', { name: 'Tôi đã chép xong' }).click();
  await arrive('Trang cán bộ');
  await looksRight(page);
  await setUp(house, 'ten-dang-nhap-rat-la-dai-o-day', 'case-worker');
  await page.getByRole('link', { name: 'Tài khoản cán bộ' }).first().click();
  await page.locator('summary').first().click();
  await looksRight(page);
  await page.getByLabel('Tên đăng nhập').fill('mai.ca');
  await press('Thêm và tạo mã');
  await arrive('Mã lập tài khoản');
  await looksRight(page);
  await page.goto(at.url('/toi'));
  await looksRight(page);
  await page.goto(at.url('/nhat-ky'));
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(3);
  await looksRight(page);
  await press('Đăng xuất');
  await arrive('Đăng nhập');
  await looksRight(page);
  await page.getByLabel('Tên đăng nhập').fill('quan.tri');
  await page.getByLabel('Mật khẩu').fill(`${password} sai`);
  await press('Tiếp tục');
  expect(await page.getByRole('alert').innerText()).toContain('chưa đúng');
  await looksRight(page);
  await page.getByLabel('Tên đăng nhập').fill('quan.tri');
  await page.getByLabel('Mật khẩu').fill(password);
  await press('Tiếp tục');
  await arrive('Bước 2: mã xác nhận');
  await looksRight(page);
  await page.getByLabel('Mã 6 số trong ứng dụng tạo mã').fill(await codeOf(key, house.clock.now()));
  await press('Đăng nhập');
  await arrive('Trang cán bộ');
});

test('everything to press is at least 44 px high on a phone', async () => {
  await open('', { viewport: { width: 320, height: 640 } });
  await setUpByHand('quan.tri');
  for (const path of ['', '/tai-khoan', '/toi']) {
    await page.goto(at.url(path));
    for (const one of await page
      .locator('button:visible, summary:visible, input:visible, select:visible, nav a:visible')
      .all())
      expect([await one.innerText(), Math.round((await one.boundingBox())?.height ?? 0) >= 44]).toEqual([
        await one.innerText(),
        true,
      ]);
  }
});

test('without scripts everything works, and nothing but one cookie is kept in the browser', async () => {
  await open('', { javaScriptEnabled: false });
  await setUpByHand('quan.tri');
  await page.goto(at.url(''));
  expect(await title()).toBe('Trang cán bộ');
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name, httpOnly, secure, sameSite }) => ({ name, httpOnly, secure, sameSite }))).toEqual([
    { name: '__Host-canbo', httpOnly: true, secure: true, sameSite: 'Strict' },
  ]);
});

test('another site’s form changes nothing', async () => {
  await open('');
  await setUpByHand('quan.tri');
  const foreign = await serveApp(
    new Hono().get('/', (c) =>
      c.html(
        `<form method="post" action="${at.url('/tai-khoan')}"><input name="ten-moi" value="ke.gian"><input name="vai-tro" value="admin"></form><script>document.forms[0].submit()</script>`,
      ),
    ),
  );
  await page.goto(foreign.url);
  await arrive('Không vào được trang này');
  // Its own page is the only other address there was.
  expect(at.elsewhere().every(({ url }) => url.startsWith(foreign.url))).toBe(true);
  at.sent.length = 0;
  await foreign.close();
  expect((await house.house.officers.list()).map(({ name }) => name)).toEqual(['quan.tri']);
});
