import { Hono } from 'hono';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import { withOfficers } from '../../src/officers-door.ts';
import { idOf, refer } from '../cases/desk.ts';
import { codeOf, type OfficerHouse, type Owner, openOfficerHouse, password, setUp } from '../officers/house.ts';
import { planted } from '../postgres/referral-house.ts';
import { launchChromium } from './chromium.ts';
import { scrollsSideways, violations } from './pages.ts';
import { serveApp } from './serve.ts';

const passphrase = 'con suối chảy qua bản xa';
// Whole ways through many pages, with keys that take a million rounds: long on a slow machine.
vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let house: OfficerHouse;
let served: Awaited<ReturnType<typeof serveApp>>;
let app: Pick<Hono, 'fetch'>;
let admin: Owner;
let mai: Owner;
const contexts: BrowserContext[] = [];
const sent: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  house = await openOfficerHouse();
  served = await serveApp({ fetch: (request, ...rest) => app.fetch(request, ...rest) });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await house?.database.close();
});
beforeEach(async () => {
  await house.empty();
  app = withOfficers(async () => dashboard(house.house, house.desk), new Hono());
  admin = await setUp(house, 'quan.tri', 'admin');
  mai = await setUp(house, 'mai.ca', 'case-worker');
});
afterEach(async () => {
  for (const one of contexts.splice(0)) await one.close();
  expect(faults.splice(0)).toEqual([]);
  sent.length = 0;
});

/** A browser of an officer, signed in by hand. */
async function enter({ name, key }: Owner, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) faults.push(line.text());
  });
  await page.goto(`${served.url}/can-bo/vao`);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Mã 6 số trong ứng dụng tạo mã').fill(await codeOf(key, house.clock.now()));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Trang cán bộ' }).waitFor();
  house.clock.pass(30_000);
  await page.goto(`${served.url}/can-bo${path}`);
  return page;
}

const press = (page: Page, name: string, exact = false) => page.getByRole('button', { name, exact }).click();

async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

/** The administrator makes the desk's key for a case worker, in the browser. */
async function makeKey(): Promise<void> {
  const page = await enter(admin, '/khoa');
  await page.getByLabel('Mật khẩu bàn trực mới').fill(passphrase);
  await page.getByLabel('Gõ lại').fill(passphrase);
  await press(page, 'Tạo khoá', true);
  await page.getByText('Đang dùng', { exact: true }).waitFor();
  await looksRight(page);
}

async function unlock(page: Page, words = passphrase): Promise<void> {
  await page.getByLabel('Mật khẩu bàn trực của bạn').fill(words);
  await press(page, 'Mở và đọc');
}

const letters = (page: Page) => page.locator('#letters').innerText();

test('a case is opened, answered and closed in the browser; no word and no passphrase leaves it', async () => {
  await makeKey();
  const { people, key, caseId } = await refer(house, 'nguoi-a');
  const page = await enter(mai, '/ca');
  await looksRight(page);
  await press(page, 'Nhận ca');
  await page.getByRole('heading', { name: 'Mở ca' }).waitFor();
  await looksRight(page);
  await unlock(page, 'một mật khẩu khác hẳn nhé');
  await page.getByText('Mật khẩu bàn trực chưa đúng').waitFor();
  expect((await house.desk.cases.events(caseId)).map(({ what }) => what)).not.toContain('opened');
  await unlock(page);
  await page.getByText('hoa mận').waitFor();
  for (const word of planted) expect(await letters(page)).toContain(word);
  await looksRight(page);
  await page.getByLabel('Bắt đầu bằng lời soạn sẵn').selectOption({ label: 'Lời đầu tiên' });
  await page.getByLabel('Lời của bạn').fill('Bạn gọi 0912 345 678 nhé.');
  await press(page, 'Niêm phong và gửi');
  await page.getByText('Số 0912345678 không có trong danh bạ').waitFor();
  await looksRight(page);
  expect(await people.visit(key, null, house.clock.now())).toMatchObject({ letters: [] });
  await page.getByLabel('Lời của bạn').fill('Chào bạn, mình là người thật ở Trung tâm.');
  await press(page, 'Niêm phong và gửi');
  await page.getByText('Đã gửi. Thư chờ').waitFor();
  expect(await people.visit(key, null, house.clock.now())).toMatchObject({
    letters: ['Chào bạn, mình là người thật ở Trung tâm.'],
  });
  await press(page, 'Khoá lại');
  expect(await page.locator('body').innerText()).not.toContain('hoa mận');
  await unlock(page);
  await page.getByText('Chào bạn, mình là người thật').waitFor();
  await page.getByLabel('Kết quả').selectOption({ label: 'Đã trả lời xong' });
  await press(page, 'Khép ca');
  await page.getByText('Đã khép ca.').waitFor();
  const all = decodeURIComponent(sent.join('\n').replace(/%(?![0-9A-F]{2})/gi, '%25')).replaceAll('+', ' ');
  for (const word of [...planted, passphrase, 'Chào bạn']) expect(all).not.toContain(word);
  expect(all).toContain(`/can-bo/ca/${caseId}/tra-loi`);
});

test('a warned reply goes only when it was looked at again', async () => {
  await makeKey();
  const { people, key } = await refer(house, 'nguoi-a');
  const page = await enter(mai, '/ca');
  await press(page, 'Nhận ca');
  await unlock(page);
  await page.getByText('hoa mận').waitFor();
  await page.getByLabel('Lời của bạn').fill('Tại sao bạn không nói sớm?');
  await press(page, 'Niêm phong và gửi');
  await page.getByText('nghe như trách').waitFor();
  await page.getByLabel('Mình đã xem lại và vẫn gửi').check();
  await press(page, 'Niêm phong và gửi');
  await page.getByText('Đã gửi. Thư chờ').waitFor();
  expect((await people.visit(key, null, house.clock.now()))?.letters).toHaveLength(1);
});

test('the key stays unlocked while the officer moves about the desk, and is gone with the page', async () => {
  await makeKey();
  await refer(house, 'nguoi-a');
  const page = await enter(mai, '/ca');
  await press(page, 'Nhận ca');
  await unlock(page);
  await page.getByText('hoa mận').waitFor();
  await page.getByRole('link', { name: 'Về hàng chờ' }).click();
  await page.getByRole('link', { name: 'Mở ca' }).click();
  await page.getByRole('heading', { name: 'Mở ca' }).waitFor();
  expect(await page.getByLabel('Mật khẩu bàn trực của bạn').isVisible()).toBe(false);
  await press(page, 'Mở và đọc');
  await page.getByText('hoa mận').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Bàn trực' }).waitFor();
  expect(await page.content()).not.toContain('hoa mận');
  await page.reload();
  await page.getByRole('link', { name: 'Mở ca' }).click();
  await page.getByRole('heading', { name: 'Mở ca' }).waitFor();
  expect(await page.getByLabel('Mật khẩu bàn trực của bạn').isVisible()).toBe(true);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
  ]);
  expect(kept).toEqual([0, 0, 0]);
});

test('a new case comes up by itself, is told aloud, and leaves what is typed alone', async () => {
  await makeKey();
  const first = await refer(house, 'nguoi-a');
  const page = await enter(mai, '/ca');
  await refer(house, 'nguoi-b', { wants: ['shelter'] });
  await page.getByText('Chỗ ở tạm').waitFor();
  await page.locator('#news', { hasText: 'đang chờ' }).waitFor({ state: 'attached' });
  await page.locator(`#claim-${first.caseId}`).click();
  await unlock(page);
  await page.getByText('hoa mận').waitFor();
  await page.getByLabel('Lời của bạn').fill('đang gõ dở');
  const late = new Date(house.clock.now().getTime() + 60_000);
  await first.people.write(first.key, 'thêm một câu', { answerBy: late, urgent: true }, house.clock.now());
  await page.getByText('Gấp', { exact: true }).waitFor();
  expect(await page.getByLabel('Lời của bạn').inputValue()).toBe('đang gõ dở');
});

test('a key is handed on with a first passphrase, changed, and won back with the recovery code', async () => {
  await makeKey();
  const lan = await setUp(house, 'lan.ca', 'case-worker');
  const boss = await enter(admin, '/khoa');
  await press(boss, 'Tạo khoá dự phòng');
  await boss.locator('#recovery-shown').waitFor();
  const shown = (await boss.locator('#recovery-code').textContent()) ?? '';
  expect(shown).toMatch(/^(?:[0-9A-Z]{4}-){12}[0-9A-Z]{4}$/);
  const { caseId } = await refer(house, 'nguoi-a');
  const page = await enter(mai, '/khoa/toi');
  await looksRight(page);
  const form = page.locator('#wrap-for');
  await form.getByLabel('Mật khẩu bàn trực đang dùng của bạn').fill(passphrase);
  await form.getByLabel('Mật khẩu bàn trực mới').fill('bốn mùa mây trắng bay');
  await form.getByLabel('Gõ lại').fill('bốn mùa mây trắng bay');
  await press(page, 'Trao khoá');
  await form.getByText('Xong.').waitFor();
  expect(await house.desk.keys.wrappedFor(await idOf(house, 'lan.ca'))).toHaveLength(1);
  const other = await enter(lan, '/khoa/toi');
  const change = other.locator('#rewrap');
  await change.getByLabel('Mật khẩu bàn trực đang dùng của bạn').fill('bốn mùa mây trắng bay');
  await change.getByLabel('Mật khẩu bàn trực mới').fill('năm chiếc lá rụng ngoài sân');
  await change.getByLabel('Gõ lại').fill('năm chiếc lá rụng ngoài sân');
  await press(other, 'Đổi mật khẩu');
  await change.getByText('Xong.').waitFor();
  await house.desk.keys.dropFor(await idOf(house, 'lan.ca'));
  await other.reload();
  const back = other.locator('#recover');
  await back.getByLabel('Mã dự phòng').fill(shown.toLowerCase());
  await back.getByLabel('Mật khẩu bàn trực mới').fill('sáu con trâu qua suối cạn');
  await back.getByLabel('Gõ lại').fill('sáu con trâu qua suối cạn');
  await press(other, 'Lấy lại khoá');
  await back.getByText('Xong.').waitFor();
  await other.goto(`${served.url}/can-bo/ca/${caseId}`);
  await press(other, 'Nhận ca');
  await unlock(other, 'sáu con trâu qua suối cạn');
  await other.getByText('hoa mận').waitFor();
});

test.each([
  ['320 px', { viewport: { width: 320, height: 640 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
] as Array<[string, BrowserContextOptions]>)('%s: queue, case and keys are whole', async (_name, options) => {
  await makeKey();
  await refer(house, 'nguoi-a');
  const other = await refer(house, 'nguoi-b', { when: 'here', wants: ['shelter', 'health'] });
  const page = await enter(mai, '/ca', options);
  await page.locator(`#claim-${other.caseId}`).click();
  await unlock(page);
  await page.getByText('hoa mận').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Về hàng chờ' }).click();
  await page.getByRole('heading', { name: 'Bàn trực' }).waitFor();
  house.clock.pass(19 * 60_000);
  await looksRight(page);
  await page.goto(`${served.url}/can-bo/khoa/toi`);
  await looksRight(page);
  const boss = await enter(admin, '/khoa', options);
  await boss.locator('summary').first().click();
  await looksRight(boss);
});
