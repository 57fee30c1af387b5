import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { webChannel } from '../../src/channels/web.ts';
import { openContentHouse } from '../content-desk/house.ts';
import { setUp } from '../officers/house.ts';
import { looksRight, officersInBrowsers } from './officer-house.ts';
import { views } from './pages.ts';
import { serveApp } from './serve.ts';

// Whole ways through many pages, with knowledge that is read anew: long on a slow machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const at = officersInBrowsers(() => openContentHouse());
let chat: Awaited<ReturnType<typeof serveApp>>;

beforeAll(async () => {
  const web = webChannel({
    turn: (update) => at.house.turn(update),
    erase: async () => {},
    contactKey: Buffer.alloc(32, 7),
    maxPerMinute: 100,
  });
  chat = await serveApp(web);
});
afterAll(() => chat?.close());

const said = 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi. Câu này vừa sửa ở bàn biên tập.';
const arrive = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What a person on the web chat gets for a question. */
async function ask(page: Page, words: string): Promise<string> {
  const before = await page.locator('.theirs').count();
  await page.getByLabel('Câu hỏi của bạn').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.theirs').nth(before).waitFor();
  return (await page.locator('.theirs').allInnerTexts()).slice(before).join('\n');
}

test('an editor writes, another person lets it through, whoever chats is told at once; back again; off and on', async () => {
  const admin = await at.enter(await setUp(at.house, 'quan.tri', 'admin'), '/noi-dung');
  const lan = await at.enter(await setUp(at.house, 'lan.soan', 'editor'), '/noi-dung');
  const person = await at.open('/vao');
  await person.goto(chat.url);
  expect(await ask(person, 'bao nhiêu tuổi được kết hôn')).not.toContain(said);

  await lan.getByRole('link', { name: /^Thẻ trả lời/ }).click();
  await arrive(lan, 'Thẻ trả lời');
  await lan.getByLabel('Tìm theo chữ').fill('tuổi được kết hôn');
  await press(lan, 'Tìm');
  await lan.getByRole('link', { name: 'bao nhiêu tuổi được kết hôn', exact: true }).click();
  await arrive(lan, 'bao nhiêu tuổi được kết hôn');
  await lan.getByRole('link', { name: 'Sửa', exact: true }).click();
  await lan.getByLabel('Câu trả lời').fill('Phạt 987 triệu đồng.');
  await press(lan, 'Xem thử');
  await lan.getByText('Chưa công bố được').waitFor();
  await looksRight(lan);
  await lan.getByLabel('Câu trả lời').fill(said);
  await press(lan, 'Xem thử');
  await lan.getByText('đúng mẫu').waitFor();
  expect(await lan.locator('.bubble').first().innerText()).toBe(said);
  await press(lan, 'Lưu bản nháp');
  await lan.getByText('Đã lưu bản nháp').waitFor();
  await press(lan, 'Gửi để người khác duyệt');
  await lan.getByText('Đã gửi').waitFor();
  expect(await lan.getByRole('button', { name: 'Duyệt và công bố' }).count()).toBe(0);

  await admin.reload();
  await admin.getByRole('link', { name: 'bao nhiêu tuổi được kết hôn', exact: true }).click();
  await admin.locator('ins').first().waitFor();
  await looksRight(admin);
  await press(admin, 'Duyệt và công bố');
  await admin.getByText('Đã công bố').waitFor();
  expect(await ask(person, 'bao nhiêu tuổi được kết hôn')).toContain(said);

  await lan.reload();
  await press(lan, 'Lấy lại bản trong tệp');
  await lan.getByText('Đã lấy lại').waitFor();
  expect(await ask(person, 'bao nhiêu tuổi được kết hôn')).not.toContain(said);

  await admin.goto(at.url('/cong-tac'));
  await admin.getByLabel('Luật vừa đổi').check();
  await press(admin, 'Tắt câu trả lời');
  await admin.getByText('Câu trả lời đang tắt').waitFor();
  expect(await ask(person, 'bao nhiêu tuổi được kết hôn')).toContain('tạm ngừng trả lời');
  expect(await ask(person, 'SOS')).toContain('113');
  await press(admin, 'Bật lại câu trả lời');
  await admin.getByText('Đã bật lại').waitFor();
  expect(await ask(person, 'bao nhiêu tuổi được kết hôn')).toContain('20 tuổi');
});

test.each(views)('%s: every page of the content desk is whole', async (_name, options) => {
  const admin = await setUp(at.house, 'quan.tri', 'admin');
  const page = await at.enter(await setUp(at.house, 'lan.soan', 'editor'), '/noi-dung', options);
  const paths = [
    '/noi-dung',
    '/noi-dung/the',
    '/noi-dung/the/moi',
    '/noi-dung/the/tuoi-ket-hon',
    '/noi-dung/the/tuoi-ket-hon/sua',
    '/noi-dung/cau-do/tuoi-cuoi/sua',
    '/noi-dung/noi-giup/cap-cuu-115',
    '/noi-dung/noi-giup/cap-cuu-115/sua',
    '/noi-dung/trung-tam/lien-he/sua',
    '/noi-dung/loi/help',
  ];
  for (const path of paths) {
    await page.goto(at.url(path));
    await looksRight(page);
  }
  await page.goto(at.url('/noi-dung/thu'));
  await page.getByLabel('Gõ một câu như người dân hỏi').fill('bao nhieu tuoi dc ket hon');
  await press(page, 'Hỏi thử');
  await page.getByText('được chọn').waitFor();
  await looksRight(page);
  const desk = await at.enter(admin, '/cong-tac', options);
  await looksRight(desk);
});

test('everything works without scripts, and with keys alone', async () => {
  const page = await at.enter(await setUp(at.house, 'lan.soan', 'editor'), '/noi-dung/the/tuoi-ket-hon/sua', {
    javaScriptEnabled: false,
  });
  await page.getByLabel('Câu trả lời').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Nam 20, nữ 18.');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đã lưu bản nháp').waitFor();
});
