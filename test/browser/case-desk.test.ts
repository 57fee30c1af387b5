import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { idOf, refer } from '../cases/desk.ts';
import { type OfficerHouse, type Owner, openOfficerHouse, setUp } from '../officers/house.ts';
import { planted } from '../postgres/referral-house.ts';
import { looksRight, officersInBrowsers } from './officer-house.ts';
import { violations } from './pages.ts';

const passphrase = 'con suối chảy qua bản xa';
// Whole ways through many pages, with keys that take a million rounds: long on a slow machine.
vi.setConfig({ testTimeout: 240_000 });

const at = officersInBrowsers(openOfficerHouse);
const { enter } = at;
let house: OfficerHouse;
let admin: Owner;
let mai: Owner;
beforeEach(async () => {
  house = at.house;
  admin = await setUp(house, 'quan.tri', 'admin');
  mai = await setUp(house, 'mai.ca', 'case-worker');
});

const press = (page: Page, name: string, exact = false) => page.getByRole('button', { name, exact }).click();

/** The administrator makes the desk's key for a case worker, in the browser. */
async function makeKey(words = passphrase): Promise<void> {
  const page = await enter(admin, '/khoa');
  const before = await page.locator('.people > li').count();
  await page.getByLabel('Mật khẩu bàn trực mới').fill(words);
  await page.getByLabel('Gõ lại').fill(words);
  await press(page, 'Tạo khoá', true);
  await page.locator('.people > li').nth(before).waitFor();
  await page.getByText('Đang dùng', { exact: true }).waitFor();
  await looksRight(page);
}

async function unlock(page: Page, words = passphrase): Promise<void> {
  await page.getByLabel('Mật khẩu bàn trực của bạn').fill(words);
  await press(page, 'Mở và đọc');
}

const everythingSent = () => at.sent.map(({ url, body }) => `${url} ${body}`).join('\n');
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
  const all = decodeURIComponent(everythingSent().replace(/%(?![0-9A-F]{2})/gi, '%25')).replaceAll('+', ' ');
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

test('a lost line is told, and what came meanwhile is shown as soon as it is back', async () => {
  await makeKey();
  const page = await enter(mai, '/ca');
  await page.getByText('Không có ca nào đang chờ').waitFor();
  await page.context().setOffline(true);
  await page.getByText('Mất nối với máy chủ').waitFor();
  expect(await violations(page)).toEqual([]);
  await refer(house, 'nguoi-a');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Nhận ca' }).waitFor();
  await page.getByText('Mất nối với máy chủ').waitFor({ state: 'hidden' });
  expect(await page.title()).toBe('(1) Bàn trực – Trang cán bộ');
});

test('an open case that was withdrawn, or taken back, leaves the screen by itself', async () => {
  await makeKey();
  const first = await refer(house, 'nguoi-a');
  const second = await refer(house, 'nguoi-b');
  const page = await enter(mai, '/ca');
  const { id } = (await house.house.officers.list()).find(({ name }) => name === 'mai.ca') ?? { id: '' };
  await page.locator(`#claim-${first.caseId}`).click();
  await unlock(page);
  await page.getByText('hoa mận').waitFor();
  await first.people.withdraw(first.key, house.clock.now());
  await page.getByText('Ca này không còn').waitFor();
  expect(await page.content()).not.toContain('hoa mận');
  await page.locator(`#claim-${second.caseId}`).click();
  await press(page, 'Mở và đọc');
  await page.getByText('hoa mận').waitFor();
  await house.desk.cases.handOver(second.caseId, id, null, house.clock.now());
  await page.getByRole('button', { name: 'Nhận ca' }).waitFor();
  expect(await page.content()).not.toContain('hoa mận');
});

test('after a key was replaced open cases are sealed anew in the browser; broken off, it goes on where it was', async () => {
  await makeKey();
  const cases = [await refer(house, 'nguoi-a'), await refer(house, 'nguoi-b'), await refer(house, 'nguoi-c')];
  const [old] = await house.desk.keys.list();
  const next = 'năm chiếc lá rụng ngoài sân';
  await makeKey(next);
  const boss = await enter(admin, '/khoa');
  await boss.getByText('3 ca đang mở còn niêm phong bằng bộ khoá trước').waitFor();
  await looksRight(boss);
  const page = await enter(mai, '/khoa/toi', { viewport: { width: 360, height: 740 } });
  const form = page.locator('#reseal');
  await looksRight(page);
  const go = async (words: string) => {
    await form.getByLabel('Mật khẩu bàn trực của bạn').fill(words);
    await form.getByRole('button').click();
  };
  await go('một mật khẩu khác hẳn nhé');
  await form.getByText('Mật khẩu bàn trực chưa đúng').waitFor();
  // The line breaks at the second case.
  let puts = 0;
  await page.route(/niem-phong\/[0-9a-f]+$/, (route) => (++puts === 2 ? route.abort() : route.continue()));
  await go(passphrase);
  await form.getByText('Mất nối giữa chừng').waitFor();
  expect(await house.desk.reseal.stale()).toHaveLength(2);
  await go(passphrase);
  await form.getByText('Xong 2/2 ca.').waitFor();
  await looksRight(page);
  expect(puts).toBe(4);
  expect(await house.desk.reseal.stale()).toEqual([]);
  await house.desk.keys.revoke(old?.id ?? '');
  await page.goto(at.url('/khoa/toi'));
  expect(await form.count()).toBe(0);
  await page.goto(at.url(`/ca/${cases[2]?.caseId}`));
  await press(page, 'Nhận ca');
  await unlock(page, passphrase);
  await page.getByText('Mật khẩu bàn trực chưa đúng').waitFor();
  await unlock(page, next);
  await page.getByText('hoa mận').waitFor();
  await page.getByText('Niêm phong lại ca bằng khoá mới').waitFor();
  const all = everythingSent();
  for (const word of [...planted, passphrase, next]) expect(all).not.toContain(word);
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
  await other.goto(at.url(`/ca/${caseId}`));
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
  await page.goto(at.url('/khoa/toi'));
  await looksRight(page);
  const boss = await enter(admin, '/khoa', options);
  await boss.locator('summary').first().click();
  await looksRight(boss);
});
