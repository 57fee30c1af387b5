import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';

const token = '123456:abcdefghijklmnopqrstuvwxyz_0123456789';
const read = (env: Record<string, string>) => parseConfig(env).telegram;

test('without a token there is no Telegram; with one it fetches', () => {
  expect(read({})).toEqual({ kind: 'off' });
  expect(read({ TELEGRAM_BOT_TOKEN: '' })).toEqual({ kind: 'off' });
  expect(read({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' })).toEqual({
    kind: 'on',
    token,
    apiRoot: 'http://127.0.0.1:8081',
    mode: { kind: 'polling' },
  });
});

test('a webhook needs its secret', () => {
  const url = 'https://tinh.example/telegram';
  const secret = 'mot-bi-mat-du-dai-0123';
  expect(read({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret })).toMatchObject(
    {
      kind: 'on',
      mode: { kind: 'webhook', url, secret },
    },
  );
  for (const wrong of [
    {},
    { TELEGRAM_WEBHOOK_SECRET: 'ngan' },
    { TELEGRAM_WEBHOOK_SECRET: 'có dấu và dấu cách dài lắm' },
  ])
    expect(read({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, ...wrong })).toMatchObject({
      kind: 'unusable',
      why: expect.stringContaining('TELEGRAM_WEBHOOK_SECRET'),
    });
});

test('what cannot work says what to do, keeps the other channels, and repeats no value', () => {
  for (const env of [
    { TELEGRAM_BOT_TOKEN: 'bi-mat-go-nham' },
    { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'bi-mat-go-nham' },
    { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: 'bi-mat-go-nham' },
    { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: 'https://bi-mat-go-nham.example' },
  ]) {
    const telegram = read(env);
    const why = telegram.kind === 'unusable' ? telegram.why : '';
    expect(why).toMatch(/^Telegram không chạy: .*TELEGRAM_.*Các kênh khác vẫn chạy\.$/);
    expect(why).not.toContain('bi-mat');
  }
});
