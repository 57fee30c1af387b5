import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { openOfficerHouse, setUp } from '../officers/house.ts';
import { looksRight, officersInBrowsers } from './officer-house.ts';
import { views } from './pages.ts';

// Whole ways through many pages: long on a slow machine.
vi.setConfig({ testTimeout: 240_000 });

const browsers = officersInBrowsers(openOfficerHouse);
const house = () => browsers.house;
const enter = (...given: Parameters<typeof browsers.enter>) => browsers.enter(...given);
const arrive = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

test.each(views)('%s: a message goes from plan to result, every page whole', async (_name, options) => {
  const maker = await setUp(house(), 'mai.soan', 'editor');
  const second = await setUp(house(), 'lan.duyet', 'editor');
  const page = await enter(maker, '/chien-dich', options);
  await arrive(page, 'Lịch gửi tin');
  await looksRight(page);
  await page.getByLabel('Tên ngày', { exact: true }).fill('Ngày hội bản Mường');
  await page.getByLabel('Ngày, tháng').fill('27/11');
  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  await page.getByText('Đã thêm ngày.').waitFor();
  await page.getByLabel('Nhắc tới ngày').selectOption('Ngày hội bản Mường');
  await page.getByRole('button', { name: 'Soạn và chờ duyệt' }).first().click();
  await arrive(page, 'Tin gửi: Ngày hội bản Mường');
  await looksRight(page);
  expect(await page.getByRole('button', { name: 'Duyệt tin này' }).count()).toBe(0);
  await page.goto(page.url().replace(/\/\d+\?.*$/, ''));
  await page.getByLabel('Số ngày').selectOption('7');
  await page.getByRole('button', { name: 'Soạn và chờ duyệt' }).last().click();
  await page.getByText('Đã soạn 6 tin').waitFor();
  await looksRight(page);

  const other = await enter(second, '/chien-dich', options);
  await arrive(other, 'Lịch gửi tin');
  await looksRight(other);
  await other.getByRole('button', { name: 'Duyệt các tin đã chọn' }).click();
  await other.getByText('Đã duyệt 7 tin.').waitFor();
  await looksRight(other);
  await house().database.pool.query(
    "update campaign set state = 'sending', planned = 60, sent = 21 where day = '2026-11-27'",
  );
  await other.goto(other.url().replace(/\?.*$/, ''));
  await other.getByRole('link', { name: /Xem/ }).first().click();
  await arrive(other, 'Tin gửi: Ngày hội bản Mường');
  await other.getByText('20 trên 60').waitFor();
  await looksRight(other);
  // The bar moves by itself, and the page shows the end without anybody asking.
  await house().database.pool.query("update campaign set sent = 47 where day = '2026-11-27'");
  await other.getByText('45 trên 60').waitFor();
  await house().database.pool.query("update campaign set state = 'done', sent = 60 where day = '2026-11-27'");
  await other.locator('.tag.done').waitFor();
  await looksRight(other);
});

test('a message is stopped in one press', async () => {
  const maker = await setUp(house(), 'mai.soan', 'editor');
  const page = await enter(maker, '/chien-dich');
  await page.getByRole('button', { name: 'Soạn và chờ duyệt' }).first().click();
  await page.getByRole('button', { name: 'Bỏ tin này' }).click();
  await page.getByText('Đã dừng tin.').waitFor();
});
