import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';

const token = '123456:abcdefghijklmnop_0123456789';
const bot = (env: Record<string, string>) => parseConfig(env).zaloBot;
const oa = (env: Record<string, string>) => parseConfig(env).zaloOa;
const whole = { ZALO_OA_APP_ID: '4012345678901234567', ZALO_OA_APP_SECRET: 'khoa-1', ZALO_OA_SECRET: 'khoa-2' };

test('without settings there is no Zalo; with a token alone the bot fetches', () => {
  expect([bot({}), oa({})]).toEqual([{ kind: 'off' }, { kind: 'off' }]);
  expect(bot({ ZALO_BOT_TOKEN: token })).toEqual({
    kind: 'on',
    token,
    apiRoot: 'https://bot-api.zaloplatforms.com',
    mode: { kind: 'polling' },
  });
});

test('a webhook of the bot needs its secret', () => {
  const url = 'https://tinh.example/zalo-bot';
  const secret = 'mot-bi-mat-du-dai-0123';
  const given = { ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_URL: url };
  expect(bot({ ...given, ZALO_BOT_WEBHOOK_SECRET: secret })).toMatchObject({ mode: { kind: 'webhook', url, secret } });
  for (const wrong of ['', 'ngan', 'có dấu và dấu cách dài lắm'])
    expect(bot({ ...given, ZALO_BOT_WEBHOOK_SECRET: wrong })).toMatchObject({
      kind: 'unusable',
      why: expect.stringContaining('ZALO_BOT_WEBHOOK_SECRET'),
    });
});

test('the account takes the timestamp of the body and nothing else, unless told', () => {
  expect(oa(whole)).toMatchObject({ kind: 'on', signed: 'body', redirectUrl: null });
  expect(oa({ ...whole, ZALO_OA_SIGNED_TIMESTAMP: 'header' })).toMatchObject({ signed: 'header' });
  expect(oa({ ...whole, ZALO_OA_SIGNED_TIMESTAMP: 'either' })).toMatchObject({ signed: 'either' });
});

test('what cannot work says what to do, keeps the other channels, and repeats no value', () => {
  for (const env of [
    { ZALO_BOT_TOKEN: 'bi-mat-go-nham' },
    { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: 'bi-mat-go-nham' },
    { ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_URL: 'https://bi-mat-go-nham.example' },
    { ...whole, ZALO_OA_APP_ID: 'bi-mat-go-nham' },
    { ...whole, ZALO_OA_SECRET: '' },
    { ...whole, ZALO_OA_APP_SECRET: '' },
    { ...whole, ZALO_OA_SIGNED_TIMESTAMP: 'bi-mat-go-nham' },
    { ...whole, ZALO_OA_LOGIN_ROOT: 'bi-mat-go-nham' },
    { ...whole, ZALO_OA_REDIRECT_URL: 'bi-mat-go-nham' },
  ]) {
    const { zaloBot, zaloOa } = parseConfig(env);
    const [why = ''] = [zaloBot, zaloOa].flatMap((one) => (one.kind === 'unusable' ? [one.why] : []));
    expect(why).toMatch(/^Zalo (Bot|OA) không chạy: [\s\S]*ZALO_.*Các kênh khác vẫn chạy\.$/);
    expect(why).not.toContain('bi-mat');
  }
});
