import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPublicKey, newPair, openLetter, sealLetter } from '../../src/sealing/letter.ts';
import { launchChromium } from './chromium.ts';

const folder = new URL('../../src/sealing/browser/', import.meta.url);
const place = { case: 'ca-thu', kind: 'referral' } as const;
const passphrase = 'mận trắng nở muộn bên suối 7';
let server: Server;
let browser: Browser;
let page: Page;

/** The browser modules, as a page sees them. */
type Modules = {
  // biome-ignore lint/suspicious/noExplicitAny: plain scripts without types
  keys: any;
  // biome-ignore lint/suspicious/noExplicitAny: plain scripts without types
  letter: any;
};
declare global {
  interface Window {
    sealing: Modules;
  }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = /^\/(\w+\.js)$/.exec(request.url ?? '')?.[1];
    response.setHeader('content-type', name ? 'text/javascript' : 'text/html');
    response.end(
      name
        ? readFileSync(new URL(name, folder))
        : '<script type="module">import * as keys from "/keys.js"; import * as letter from "/letter.js"; window.sealing = { keys, letter };</script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => window.sealing !== undefined);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Whether the call in the page rejects. */
const refuses = (what: string, ...args: unknown[]) =>
  page.evaluate(
    async ([call, given]) => {
      try {
        await window.sealing.keys[call as string](...(given as unknown[]));
        return false;
      } catch {
        return true;
      }
    },
    [what, args] as const,
  );

test('a key made in the browser opens what this program seals, after its passphrase', async () => {
  const made = await page.evaluate((words) => window.sealing.keys.makeKey(words), passphrase);
  expect(isPublicKey(made.publicKey)).toBe(true);
  expect(Object.keys(made).sort()).toEqual(['publicKey', 'wrapped']);
  const sealed = sealLetter({ words: 'lời kể bịa ra' }, place, [made.publicKey, newPair().publicKey]);
  const opened = await page.evaluate(
    async ([wrapped, words, letter, where]) => {
      const key = await window.sealing.keys.unlockKey(wrapped, words);
      return [await window.sealing.letter.openLetter(letter, where, key), key.privateKey.extractable];
    },
    [made.wrapped, passphrase, sealed, place] as const,
  );
  expect(opened).toEqual([{ words: 'lời kể bịa ra' }, false]);
  expect(await refuses('unlockKey', made.wrapped, `${passphrase}!`)).toBe(true);
});

test('what the browser seals is read here with the return key, and only in its place', async () => {
  const [person, desk] = [newPair(), newPair()];
  const where = { case: 'ca-thu', kind: 'from-officer' } as const;
  const sealed = await page.evaluate(
    ([to, at]) => window.sealing.letter.sealLetter({ text: 'Chào bạn, mình là người trực.' }, at, to),
    [[person.publicKey, desk.publicKey], where] as const,
  );
  expect(openLetter(sealed, where, person.privateKey)).toEqual({ text: 'Chào bạn, mình là người trực.' });
  expect(openLetter(sealed, where, desk.privateKey)).toEqual({ text: 'Chào bạn, mình là người trực.' });
  expect(openLetter(sealed, { ...where, kind: 'from-person' }, person.privateKey)).toBeUndefined();
});

test('a key is wrapped anew for a colleague, and the old passphrase does not open that', async () => {
  const made = await page.evaluate((words) => window.sealing.keys.makeKey(words), passphrase);
  const next = 'ngô nếp luộc sáng thứ bảy 41';
  const rewrapped = await page.evaluate(([wrapped, old, fresh]) => window.sealing.keys.rewrapKey(wrapped, old, fresh), [
    made.wrapped,
    passphrase,
    next,
  ] as const);
  const id = await page.evaluate(async ([wrapped, words]) => (await window.sealing.keys.unlockKey(wrapped, words)).id, [
    rewrapped,
    next,
  ] as const);
  expect(id).toBe(made.publicKey.id);
  expect(await refuses('unlockKey', rewrapped, passphrase)).toBe(true);
  expect(await refuses('makeKey', '123456')).toBe(true);
});

test('after every passphrase is lost the recovery code opens cases and becomes a key again', async () => {
  const recovery = await page.evaluate(() => window.sealing.keys.makeRecoveryKey());
  expect(recovery.code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){12}[0-9A-HJKMNP-TV-Z]{4}$/);
  const sealed = sealLetter({ words: 'lời kể bịa ra' }, place, [newPair().publicKey, recovery.publicKey]);
  const opened = await page.evaluate(
    async ([code, letter, where, words]) => {
      const { keys, letter: letters } = window.sealing;
      const found = await letters.openLetter(letter, where, await keys.recoverKey(code.toLowerCase()));
      const again = await keys.wrapRecovered(code, words);
      const unlocked = await keys.unlockKey(again.wrapped, words);
      return [found, await letters.openLetter(letter, where, unlocked), again.publicKey];
    },
    [recovery.code, sealed, place, passphrase] as const,
  );
  expect(opened).toEqual([{ words: 'lời kể bịa ra' }, { words: 'lời kể bịa ra' }, recovery.publicKey]);
  expect(await refuses('recoverKey', 'KHONG-PHAI-MA')).toBe(true);
});
