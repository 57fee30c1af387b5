import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webChannel } from '../../src/channels/web.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { memoryDesk } from '../desk.ts';
import { makeParts, memoryConversations } from '../fakes.ts';
import { launchChromium } from './chromium.ts';
import { scrollsSideways, violations } from './pages.ts';

const house = memoryDesk();
let browser: Browser;
let server: Server;
let page: Page;

beforeAll(async () => {
  const conversations = memoryConversations();
  const erase = async (contact: string) => {
    await house.parts.intake.drop(contact);
    await conversations.erase(contact);
  };
  const turn = makeTurn(
    makeParts({ desk: house.parts, conversations: { ...conversations, erase }, now: () => new Date() }),
  );
  const app = webChannel({ turn, erase, contactKey: Buffer.alloc(32, 7), maxPerMinute: 100 });
  const url = await new Promise<string>((resolve) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    ) as Server;
  });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(url);
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const last = () => page.locator('.theirs').last();
async function answered(act: () => Promise<void>): Promise<string> {
  const before = await page.locator('.theirs').count();
  await act();
  await page.locator('.theirs').nth(before).waitFor();
  return last().innerText();
}
const say = (words: string) =>
  answered(async () => {
    await page.getByLabel('Câu hỏi của bạn').fill(words);
    await page.keyboard.press('Enter');
  });
const press = (label: string) => answered(() => last().getByRole('button', { name: label, exact: true }).click());

test('a person on a small phone presses and types their way to a receipt, and comes back to the answer', async () => {
  expect(await say('tối qua em bị người nhà đánh')).toContain('113');
  expect(await press('Nhắn cho người trực')).toContain('Giờ trực');
  await press('Mình đủ 16 tuổi, bắt đầu');
  await press('Chuyện của mình');
  await press('Chỗ ở tạm');
  await press('Chỉ ở đây, mình tự quay lại xem');
  await say('hoa mận');
  await press('Bỏ qua');
  const summary = await press('Bỏ qua');
  expect(summary).toContain('Từ bí mật: hoa mận');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await press('Sửa lại');
  await say('em muốn hỏi chỗ ở cho hai mẹ con');
  // The button of the summary before is gone: only what is asked now can be answered.
  expect(await page.getByRole('button', { name: 'Đồng ý gửi', exact: true }).count()).toBe(1);
  expect(house.cases.size).toBe(0);
  const done = await press('Đồng ý gửi');
  const receipt = /\d{3}(?:-\d{3}){4}/.exec(done)?.[0] ?? '';
  expect(receipt).not.toBe('');
  expect(house.cases.size).toBe(1);
  expect(house.last()?.referral.words).toBe('em muốn hỏi chỗ ở cho hai mẹ con');

  house.officer.claims();
  house.officer.replies('Chào bạn, Trung tâm còn chỗ.');
  expect(await press('Xem có trả lời chưa')).toContain('Trung tâm còn chỗ');
  await page.getByRole('button', { name: 'Xoá cuộc nói chuyện' }).click();
  await page.getByRole('button', { name: /^Xoá/ }).last().click();
  await page.locator('.theirs').first().waitFor({ state: 'detached' });
  expect(house.talks.size).toBe(0);
  await say(receipt);
  expect(await say('hoa man')).toContain('Trung tâm còn chỗ');
  expect(await say('rút lại')).toContain('bị huỷ hẳn');
  expect(house.cases.size).toBe(0);
});
