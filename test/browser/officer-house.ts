import { Hono } from 'hono';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import { withOfficers } from '../../src/officers-door.ts';
import { codeOf, type OfficerHouse, type Owner, password } from '../officers/house.ts';
import { launchChromium } from './chromium.ts';
import { scrollsSideways, violations } from './pages.ts';
import { serveApp } from './serve.ts';

/** The officers' pages served to real browsers, empty before each test; a fault on any page fails the test. */
export function officersInBrowsers<House extends OfficerHouse>(openHouse: () => Promise<House>) {
  let browser: Browser;
  let house: House;
  let served: Awaited<ReturnType<typeof serveApp>>;
  let app: Pick<Hono, 'fetch'>;
  const contexts: BrowserContext[] = [];
  /** Every request of every page, with what was sent along. */
  const sent: Array<{ url: string; body: string }> = [];
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    house = await openHouse();
    served = await serveApp({ fetch: (request, ...rest) => app.fetch(request, ...rest) });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await house?.database.close();
  });
  beforeEach(async () => {
    await house.empty();
    app = withOfficers(
      async () => dashboard(house.house, house.desk, house.content, house.figures, house.campaigns),
      new Hono(),
    );
  });
  afterEach(async () => {
    for (const one of contexts.splice(0)) await one.close();
    expect(faults.splice(0)).toEqual([]);
    sent.length = 0;
  });

  const url = (path: string) => `${served.url}/can-bo${path}`;

  /** A fresh browser on a page of the officers'. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('request', (request) => sent.push({ url: request.url(), body: request.postData() ?? '' }));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) faults.push(line.text());
    });
    await page.goto(url(path));
    return page;
  }

  /** A fresh browser of an officer, signed in by hand. */
  async function enter({ name, key }: Owner, path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open('/vao', options);
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Mã 6 số trong ứng dụng tạo mã').fill(await codeOf(key, house.clock.now()));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Trang cán bộ' }).waitFor();
    house.clock.pass(30_000);
    await page.goto(url(path));
    return page;
  }

  return {
    get house() {
      return house;
    },
    url,
    sent,
    /** What went to any other address than ours. */
    elsewhere: () => sent.filter((one) => !one.url.startsWith(served.url) && !one.url.startsWith('data:')),
    open,
    enter,
  };
}

/** No fault that axe finds, and nothing wider than the screen. */
export async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}
