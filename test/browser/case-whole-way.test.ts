import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBot } from '../../src/app.ts';
import type { Bot } from '../../src/bot.ts';
import { webChannel } from '../../src/channels/web.ts';
import { parseConfig } from '../../src/config.ts';
import type { dashboard } from '../../src/dashboard/dashboard.ts';
import { makeTelling, openBells } from '../../src/notices.ts';
import { officerParts, openOfficers } from '../../src/officers.ts';
import { withOfficers } from '../../src/officers-door.ts';
import { codeOf, makeClock, type Owner, password, setUp } from '../officers/house.ts';
import { launchChromium } from './chromium.ts';
import { serveApp } from './serve.ts';

// The whole service with a staffed desk: a person on the chat page, officers on theirs, nothing in between but browsers.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-whole-way-'));
const planted = ['hoa mận trắng', 'Páo Văn Thử', 'Chào bạn, giấy tờ bạn cứ giữ'];
const passphrase = 'con suối chảy qua bản xa';
const clock = makeClock(new Date().toISOString());

let browser: Browser;
let bot: Bot;
let served: Awaited<ReturnType<typeof serveApp>>;
let owners: { admin: Owner; mai: Owner };

beforeAll(async () => {
  browser = await launchChromium();
  cpSync(join(root, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  const desk = join(folder, 'knowledge', 'desk.yaml');
  const always = 'hours:\n  - { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" }\n';
  const text = readFileSync(desk, 'utf8').replace('staffed: false\n', 'staffed: true\n');
  writeFileSync(desk, text.replace(/hours:\n(?: {2}- .*\n)+/, always));
  const config = parseConfig({
    DATA_DIR: join(folder, 'data'),
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    PROMPTS_DIR: join(root, 'prompts'),
  });
  bot = await openBot(config, { scratch: false, onProgress: () => {} });
  const house = { ...officerParts(config, bot.database, clock.now) };
  const app = openOfficers(config, bot, clock.now) as ReturnType<typeof dashboard>;
  const web = webChannel({ turn: bot.turn, erase: bot.erase, contactKey: Buffer.alloc(32, 3) });
  served = await serveApp(withOfficers(async () => app, web));
  const at = { house, app, clock };
  owners = { admin: await setUp(at, 'quan.tri', 'admin'), mai: await setUp(at, 'mai.ca', 'case-worker') };
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await bot?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(`${served.url}${path}`);
  return page;
}

async function enter({ name, key }: Owner, path: string): Promise<Page> {
  const page = await open('/can-bo/vao');
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Mã 6 số trong ứng dụng tạo mã').fill(await codeOf(key, clock.now()));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Trang cán bộ' }).waitFor();
  clock.pass(30_000);
  await page.goto(`${served.url}/can-bo${path}`);
  return page;
}

/** What is said back on the chat page. */
async function answered(page: Page, act: () => Promise<void>): Promise<string> {
  const before = await page.locator('.theirs').count();
  await act();
  await page.locator('.theirs').nth(before).waitFor();
  return page.locator('.theirs').nth(before).innerText();
}
const say = (page: Page, words: string) =>
  answered(page, async () => {
    await page.getByLabel('Câu hỏi của bạn').fill(words);
    await page.keyboard.press('Enter');
  });
const pick = (page: Page) => answered(page, () => page.locator('.theirs').last().locator('.offer').first().click());

test('a person asks for a human, an officer answers in the browser, and only these two can read it', async () => {
  const boss = await enter(owners.admin, '/khoa');
  await boss.getByLabel('Mật khẩu bàn trực mới').fill(passphrase);
  await boss.getByLabel('Gõ lại').fill(passphrase);
  await boss.getByRole('button', { name: 'Tạo khoá', exact: true }).click();
  await boss.getByText('Đang dùng', { exact: true }).waitFor();

  const person = await open('/');
  expect(await say(person, 'gửi lời')).toContain('Bạn đủ 16 tuổi chưa?');
  for (const asked of ['của bạn, hay của người khác', 'Bạn cần gì?', 'Lúc nào liên lạc', 'từ bí mật'])
    expect(await pick(person)).toContain(asked);
  expect(await say(person, 'hoa mận trắng')).toContain('xã, phường nào');
  expect(await pick(person)).toContain('nói gì thêm');
  expect(await say(person, 'người kể tên Páo Văn Thử')).toContain('hoa mận trắng');
  const receipt = /\d{3}(?:-\d{3}){4}/.exec(await say(person, 'đồng ý'))?.[0] ?? '';
  expect(receipt).not.toBe('');

  const rung: string[] = [];
  const bells = {
    ...(await openBells(parseConfig({}).notices)),
    desk: [
      {
        ring: async (text: string) => {
          rung.push(text);
        },
      },
    ],
  };
  const cases = bot.desk?.cases;
  if (!cases) throw new Error('no desk');
  // As the queue does it: what is posted is rung.
  const post: Parameters<typeof makeTelling>[0]['post'] = async (due) => {
    for (const one of due) await telling.ring(one);
  };
  const telling = makeTelling({ cases, bells, post, now: () => new Date(), onTrouble: () => {} });
  await telling.look();
  expect(rung).toHaveLength(1);

  const mai = await enter(owners.mai, '/ca');
  await mai.getByRole('button', { name: 'Nhận ca' }).click();
  await mai.getByLabel('Mật khẩu bàn trực của bạn').fill(passphrase);
  await mai.getByRole('button', { name: 'Mở và đọc' }).click();
  await mai.getByText('người kể tên Páo Văn Thử').waitFor();
  await mai.getByLabel('Lời của bạn').fill('Chào bạn, giấy tờ bạn cứ giữ bên mình nhé.');
  await mai.getByRole('button', { name: 'Niêm phong và gửi' }).click();
  await mai.getByText('Đã gửi. Thư chờ').waitFor();

  const { rows: tables } = await bot.database.pool.query(
    "select table_name from information_schema.tables where table_schema = 'public'",
  );
  for (const { table_name } of tables) {
    const { rows } = await bot.database.pool.query(`select to_jsonb(t)::text as row from "${table_name}" t`);
    const dump = rows.map(({ row }) => row).join('\n');
    for (const word of [...planted, passphrase, receipt]) expect(dump).not.toContain(word);
  }
  for (const word of planted) expect(rung.join()).not.toContain(word);
  const { text } = await owners.admin.browser.get('/nhat-ky');
  for (const action of ['Có ca mới', 'Nhận ca', 'Mở đọc ca', 'Trả lời ca']) expect(text).toContain(action);
  expect(text).toContain('Nhật ký nguyên vẹn');

  const back = await open('/');
  expect(await say(back, receipt)).toContain('Bạn gõ tiếp từ');
  expect(await say(back, 'hoa mận trắng')).toContain('giấy tờ bạn cứ giữ bên mình nhé');
  expect(await say(back, 'rút lại')).toContain('bị huỷ hẳn');
  await mai.getByRole('link', { name: 'Về hàng chờ' }).click();
  await mai.getByText('Không có ca nào đang chờ').waitFor();
});
