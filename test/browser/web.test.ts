import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ChatHouse, hostile, openChatHouse } from './chat-house.ts';
import { launchChromium } from './chromium.ts';
import { violations as faultsOf, scrollsSideways as sideways, views } from './pages.ts';

let browser: Browser;
let house: ChatHouse;
let page: Page;
const elsewhere: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  house = await openChatHouse();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
afterEach(async () => {
  await page.context().close();
  expect(elsewhere.splice(0)).toEqual([]);
  expect(faults.splice(0)).toEqual([]);
});

async function open(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  const context = await browser.newContext(options);
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    if (!request.url().startsWith(house.url) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) faults.push(line.text());
  });
  await page.goto(`${house.url}${path}`);
  return page;
}

/** Types words and waits for their answer. */
async function say(words: string): Promise<void> {
  const before = await page.locator('.theirs').count();
  await page.getByLabel('Câu hỏi của bạn').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.theirs').nth(before).waitFor();
}

const bodyText = () => page.locator('body').innerText();
const scrollsSideways = () => sideways(page);
const violations = () => faultsOf(page);

test('an answer is seen growing, as words, and is then there once', async () => {
  await open();
  await page.getByLabel('Câu hỏi của bạn').fill('mọc dần');
  await page.keyboard.press('Enter');
  await page.locator('.growing', { hasText: 'Phần đầu đã kiểm.' }).waitFor();
  expect(await violations()).toEqual([]);
  house.finish();
  await page.locator('.theirs', { hasText: 'Trả lời: mọc dần' }).waitFor();
  expect(await page.locator('.growing').count()).toBe(0);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('a long story that is pasted goes off whole: what matters may stand last', async () => {
  await open();
  const story = `${'ngày ấy '.repeat(740)}giờ nó đang cầm dao`;
  await say(story);
  const { content } = house.updates.at(-1) ?? {};
  expect(content?.kind === 'text' && content.text.reveal()).toBe(story);
});

test.each(views)('%s: no accessibility fault on any view, and no sideways scroll', async (_name, options) => {
  await open(options);
  expect(await violations()).toEqual([]);
  await say('Bao nhiêu tuổi được kết hôn?');
  await say('SOS');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Xoá cuộc nói chuyện' }).click();
  await page.getByText('Cần giúp gấp', { exact: true }).click();
  expect(await violations()).toEqual([]);
  expect(await scrollsSideways()).toBe(false);
  await page.goto(`${house.url}/lich`);
  expect(await violations()).toEqual([]);
  expect(await scrollsSideways()).toBe(false);
});

test('the checks would notice a fault', async () => {
  await open();
  await page.evaluate(() => document.getElementById('words')?.previousElementSibling?.remove());
  await page.evaluate(() => document.getElementById('words')?.removeAttribute('placeholder'));
  expect(await violations()).not.toEqual([]);
});

test('text twice as large still fits 320 px, and the ways to help and out stay in sight', async () => {
  await open({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await say('Ly hôn thì con ở với ai? '.repeat(12));
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  expect(await scrollsSideways()).toBe(false);
  for (const name of ['Thoát nhanh', 'Cần giúp gấp']) {
    const box = await page.locator('header').getByText(name, { exact: true }).boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 640 && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  }
});

test('everything to press is at least 44 px high', async () => {
  await open({ viewport: { width: 320, height: 640 } });
  await say('một');
  const boxes = await page.locator('button:visible, summary:visible').all();
  for (const one of boxes) expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

test('the keyboard is enough: example, answer, offer, new line, send, erase', async () => {
  await open();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Tới ô gõ câu hỏi');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Cần giúp gấp');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('href')).toBe('tel:113');
  await page.keyboard.press('Escape');
  expect(await page.locator(':focus').innerText()).toBe('Cần giúp gấp');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Thoát nhanh');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Trả lời: Bao nhiêu tuổi').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Xem thêm');
  await page.keyboard.press('Enter');
  await page.getByText('Phần tiếp theo.').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('id')).toBe('words');
  await page.keyboard.type('dòng một');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('dòng hai');
  await page.keyboard.press('Enter');
  await page.getByText('Trả lời: dòng một\ndòng hai').waitFor();
  expect(await page.locator(':focus').getAttribute('id')).toBe('words');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').innerText()).toBe('Giữ lại');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Đã xoá cuộc nói chuyện.').waitFor();
  expect(await bodyText()).not.toContain('dòng một');
  expect(house.erased.at(-1)).toBe(house.updates.at(-1)?.contact);
});

const ways: Array<[name: string, go: () => Promise<void>]> = [
  ['the button', () => page.getByRole('button', { name: 'Thoát nhanh' }).click()],
  [
    'Esc twice',
    async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  ],
];

test.each(ways)('%s replaces the page, erases, and "back" brings no words', async (_name, go) => {
  await open({}, '/trang-khac');
  await page.goto(`${house.url}/`);
  await say('chuyện riêng của mình');
  const contact = house.updates.at(-1)?.contact;
  await page.getByLabel('Câu hỏi của bạn').fill('chuyện gõ dở');
  await go();
  await page.waitForURL('**/lich');
  expect(await bodyText()).toMatch(/^Tháng \d+/);
  expect(await page.title()).toMatch(/^Lịch tháng/);
  await expect.poll(() => house.erased.at(-1)).toBe(contact);
  await page.goBack();
  expect(page.url()).toBe(`${house.url}/trang-khac`);
  await page.goForward();
  expect(await page.content()).not.toMatch(/chuyện|Hoa Ban/);
});

test('one Esc, or two far apart, do not leave', async () => {
  await open();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(2_100);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  expect(page.url()).toBe(`${house.url}/`);
});

test('without a network the way out still shows the calendar', async () => {
  await open();
  await say('chuyện riêng');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Thoát nhanh' }).click();
  expect(page.url()).toBe(`${house.url}/lich`);
  expect(await bodyText()).toMatch(/^Tháng \d+/);
  expect(await page.content()).not.toContain('chuyện riêng');
});

test('leaving by any other way wipes the words and erases', async () => {
  await open();
  await say('chuyện riêng');
  const contact = house.updates.at(-1)?.contact;
  await page.goto(`${house.url}/lich`);
  await expect.poll(() => house.erased.at(-1)).toBe(contact);
  await page.goBack();
  await page.getByText('Bạn muốn hỏi điều gì?').waitFor();
  expect(await page.content()).not.toContain('chuyện riêng');
  expect(await page.getByLabel('Câu hỏi của bạn').inputValue()).toBe('');
});

test('nothing is kept in the browser', async () => {
  await open();
  await say('chuyện riêng');
  const kept = await page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: typeof caches === 'undefined' ? 0 : (await caches.keys()).length,
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    address: location.href,
    state: history.state,
  }));
  expect(kept).toEqual({
    cookie: '',
    local: 0,
    session: 0,
    databases: 0,
    caches: 0,
    workers: 0,
    address: `${house.url}/`,
    state: null,
  });
  expect(await page.context().cookies()).toEqual([]);
});

test('markup in a reply is shown as words', async () => {
  await open();
  await say('xss');
  expect(await page.locator('.theirs .bubble').innerText()).toBe(hostile);
  expect(await page.locator('.welcome').innerText()).toBe(hostile);
  await say(hostile);
  expect(await page.locator('#log img, #log script').count()).toBe(0);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('the lines can be called from a reply, other figures cannot', async () => {
  await open();
  await say('SOS');
  const links = page.locator('.bubble a');
  const targets = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(targets).toEqual(['tel:113', 'tel:115', 'tel:111', 'tel:113', 'tel:115', 'tel:111']);
  await say('số liệu');
  expect(await page.locator('.theirs').nth(1).locator('a').count()).toBe(0);
});

test('without a network the words stay in the input, with the lines and a way to try again', async () => {
  await open();
  await page.context().setOffline(true);
  await page.getByLabel('Câu hỏi của bạn').fill('câu chưa gửi');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('alert');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/113[\s\S]*115[\s\S]*111/);
  expect(await page.getByLabel('Câu hỏi của bạn').inputValue()).toBe('câu chưa gửi');
  expect(await page.locator('#log').innerText()).toBe('');
  expect(await violations()).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await page.getByText('Trả lời: câu chưa gửi').waitFor();
  expect(await notice.isVisible()).toBe(false);
  expect(await page.getByLabel('Câu hỏi của bạn').inputValue()).toBe('');
});

test('messages sent in a hurry are answered in order', async () => {
  await open();
  for (const words of ['một', 'hai', 'ba']) {
    await page.getByLabel('Câu hỏi của bạn').fill(words);
    await page.keyboard.press('Enter');
  }
  await page.getByText('Trả lời: ba').waitFor();
  const said = await page.locator('.theirs .bubble').allInnerTexts();
  expect(said).toEqual(['Trả lời: một', 'Trả lời: hai', 'Trả lời: ba']);
  expect(await page.locator('.state').count()).toBe(0);
});

test('without JavaScript there are the lines, and the way out works', async () => {
  await open({ javaScriptEnabled: false });
  expect(await bodyText()).toMatch(/113 \(công an\)/);
  await page.getByRole('button', { name: 'Thoát nhanh' }).click();
  await page.waitForURL(/\/lich\??$/);
});

test('paper shows nothing', async () => {
  await open();
  await say('chuyện riêng');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('body').isVisible()).toBe(false);
});

test('in the quiz the sources stand under the answer they belong to, not under the next question', async () => {
  await open();
  await say('đố');
  expect(await page.locator('.theirs').last().innerText()).toMatch(/Đúng rồi[\s\S]*Căn cứ[\s\S]*Câu 2\/5[\s\S]*Một/);
});
