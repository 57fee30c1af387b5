import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillWithInvented } from '../../src/demo/fill.ts';
import { measureStore } from '../../src/postgres/measures/store.ts';
import { library } from '../fakes.ts';
import { type OfficerHouse, type Owner, openOfficerHouse, setUp } from '../officers/house.ts';
import { looksRight, officersInBrowsers } from './officer-house.ts';
import { views } from './pages.ts';

vi.setConfig({ testTimeout: 240_000 });

const at = officersInBrowsers(openOfficerHouse);
let house: OfficerHouse;
let owner: Owner;
beforeEach(async () => {
  house = at.house;
  await fillWithInvented(house.database.pool, library.knowledge, house.clock.now());
  house.figures.store = measureStore(house.database.pool);
  owner = await setUp(house, 'so.lieu', 'analyst');
});
afterEach(() => expect(at.elsewhere()).toEqual([]));

const pages = ['', '/chu-de', '/chua-tra-loi', '/giup-do', '/gop-y', '/hoc', '/kho', '/may'];

test.each(views)('%s: every page of figures is whole', async (_name, options) => {
  const page = await at.enter(owner, '/so-lieu', options);
  for (const path of pages) {
    await page.goto(at.url(`/so-lieu${path}?tu=2026-10&den=2026-10`));
    await page.getByText('Số liệu giả để xem thử.').waitFor();
    await looksRight(page);
  }
});

test('months and channel are chosen and tables fetched with the keyboard alone', async () => {
  const page: Page = await at.enter(owner, '/so-lieu');
  await page.getByLabel('Từ tháng').selectOption('2026-08');
  await page.getByLabel('Đến tháng').selectOption('2026-10');
  await page.getByLabel('Kênh', { exact: true }).selectOption('telegram');
  await page.getByLabel('Kênh', { exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Từ tháng 8/2026 đến tháng 10/2026, Telegram').waitFor();
  await looksRight(page);
  await page.locator('a[href*="bang=theo-thoi-gian"]').focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('hoa-ban-theo-thoi-gian-2026-08-den-2026-10.csv');
});

test.each(views)('%s: the page of the yearly report is whole and gives the document', async (_name, options) => {
  const page = await at.enter(owner, '/bao-cao-nam', options);
  await page.getByText('Hạn gửi là trước ngày 30/11/2026.').waitFor();
  await looksRight(page);
  const button = page.getByRole('button', { name: 'Tải báo cáo (Word)' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe('hoa-ban-bao-cao-2026.docx');
});
