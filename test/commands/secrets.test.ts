import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { settings } from '../../src/config.ts';
import { dumpOf, filesIn, foundIn } from './leaks.ts';

// Every secret there is stands in the environment, with words of its own. Whatever the programs print, answer or leave
// behind is searched for them. Starts: long on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-secrets-'));
const dataDir = join(folder, 'data');
const nowhere = 'http://127.0.0.1:9';
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** What is planted for each secret; `has` is what must be found nowhere. */
const planted: Record<string, { value: string; has: string }> = {
  ...Object.fromEntries(
    ['CONTACT_KEY', 'QUEUE_KEY', 'QUEUE_KEY_OLD', 'OFFICER_KEY', 'METRICS_TOKEN', 'OPENAI_API_KEY'].map((name) => {
      const has = `PLANTED-${name}-0123456789-abcdefghijkl`;
      return [name, { value: has, has }];
    }),
  ),
  ...Object.fromEntries(
    ['TELEGRAM_WEBHOOK_SECRET', 'ZALO_BOT_WEBHOOK_SECRET', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET'].map((name) => {
      const has = `PLANTED_${name}_0123456789`;
      return [name, { value: has, has }];
    }),
  ),
  TELEGRAM_BOT_TOKEN: { value: '7000001:PLANTED-telegram-token_0123456789abc', has: 'PLANTED-telegram-token' },
  ZALO_BOT_TOKEN: { value: '7000002:PLANTED-zalo-token_0123456789abcdef', has: 'PLANTED-zalo-token' },
  OFFICER_MAIL_URL: { value: 'smtp://may:PLANTED-mail-password@127.0.0.1:9', has: 'PLANTED-mail-password' },
  DATABASE_URL: { value: 'postgres://x:PLANTED-database-password@127.0.0.1:9/x', has: 'PLANTED-database-password' },
};
const secrets = Object.values(planted).map(({ has }) => has);
const { DATABASE_URL: server, ...kept } = Object.fromEntries(
  Object.entries(planted).map(([name, { value }]) => [name, value]),
);
const env: Record<string, string> = {
  ...kept,
  DATA_DIR: dataDir,
  PORT: '0',
  NODE_ENV: 'production',
  TELEGRAM_API_ROOT: nowhere,
  TELEGRAM_WEBHOOK_URL: 'https://tinh.example/telegram',
  ZALO_BOT_API_ROOT: nowhere,
  ZALO_BOT_WEBHOOK_URL: 'https://tinh.example/zalo-bot',
  ZALO_OA_APP_ID: '4012345678901234567',
  ZALO_OA_API_ROOT: nowhere,
  ZALO_OA_LOGIN_ROOT: nowhere,
  OFFICER_MAIL_FROM: 'hoaban@tinh.example',
  OFFICER_MAIL_TO: 'truc@tinh.example',
  OPENAI_BASE_URL: `${nowhere}/v1`,
  MODEL_NAME: 'thu',
  MODEL_LOCATION: 'own',
  METRICS_PORT: '0',
  TRUSTED_PROXY: '127.0.0.1',
};
/** The address a person comes from, as the named proxy tells it. */
const address = '203.0.113.77';

/** All that any of our processes ever printed or answered. */
const seen: string[] = [];

function run(more: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env, ...more },
  });
  running.add(child);
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      out += chunk;
      seen.push(`${chunk}`);
    });
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  const ready = new Promise<string>((resolve) =>
    child.stdout.on('data', () => {
      const url = /http:\/\/localhost:\d+/.exec(out)?.[0];
      if (url !== undefined && out.includes('Ctrl+C')) resolve(url);
    }),
  );
  return { child, ended, ready, said: () => out };
}

const leaked = (places: Array<string | Uint8Array>) => foundIn(places, [...secrets, address]);

test('every setting that holds a secret is planted', () => {
  const named = settings.filter((name) => /KEY|TOKEN|SECRET|PASSWORD/.test(name) && !/DAILY_TOKENS$/.test(name));
  expect(named.filter((name) => planted[name] === undefined)).toEqual([]);
});

test('the search would find a secret, as it is or encoded', () => {
  const has = secrets[0] ?? '';
  expect(leaked([`x ${has} x`])).toEqual([has]);
  expect(leaked([Buffer.from(`x ${has} x`).toString('base64')])).toEqual([has]);
  expect(leaked([`from ${address}`])).toEqual([address]);
});

test('a service that meets wrong knocks, unreachable platforms and people tells and keeps no secret and no address', async () => {
  const service = run({}, 'src/main.ts');
  const url = await Promise.race([service.ready, service.ended.then(() => '')]);
  expect(url, service.said()).not.toBe('');
  const knock = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}${path}`, { ...init, headers: { 'x-forwarded-for': address, ...init.headers } });
    seen.push(await answer.text(), JSON.stringify([...answer.headers]));
    return answer.status;
  };
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    knock(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  for (const path of ['/', '/lich', '/can-bo', '/can-bo/vao', '/health', '/ready', '/metrics', '/khong-co'])
    await knock(path);
  const session = 'phien-thu-0123456789';
  for (const text of ['bao nhiêu tuổi được kết hôn', 'chồng em đánh em gãy tay'])
    expect(await post('/tin', JSON.stringify({ session, text }))).toBe(200);
  for (const wrong of ['', '{', '[]', 'null', '{"update_id":1}'])
    for (const path of ['/tin', '/xoa', '/telegram', '/zalo-bot', '/zalo-oa', '/can-bo/vao']) await post(path, wrong);
  expect(
    await post('/telegram', '{"update_id":"x"}', {
      'x-telegram-bot-api-secret-token': env.TELEGRAM_WEBHOOK_SECRET ?? '',
    }),
  ).toBe(400);
  expect(await post('/zalo-bot', '{"x":1}', { 'x-bot-api-secret-token': env.ZALO_BOT_WEBHOOK_SECRET ?? '' })).toBe(200);
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  await post('/can-bo/vao', 'ten=x&mat-khau=y', form);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  expect(leaked(seen)).toEqual([]);
  expect(leaked([...filesIn(dataDir), ...(await dumpOf(dataDir))])).toEqual([]);
});

test('neither doctor nor the officers’ command tells one', async () => {
  await run({}, 'src/doctor.ts').ended;
  await run({}, 'src/doctor.ts', '--json', '--offline').ended;
  await run({ DATABASE_URL: server ?? '' }, 'src/doctor.ts').ended;
  await run({}, 'src/officer.ts', 'list').ended;
  expect(seen.join('')).toContain('OPERATOR_NAME');
  expect(leaked(seen)).toEqual([]);
});

test('a start that fails tells none, whatever is wrong with whichever setting', async () => {
  expect(await run({ DATABASE_URL: server ?? '' }, 'src/main.ts').ended).toBe(1);
  // Each secret in a form that cannot be, all at once: too short, with blanks, of another kind.
  const wrong = Object.fromEntries(
    Object.entries(planted).map(([name, { has }]) => [name, `${has.slice(0, 15)} ${name}`]),
  );
  expect(await run({ ...wrong, METRICS_TOKEN: 'PLANTED-short' }, 'src/main.ts').ended).toBe(1);
  await run({ ...wrong, METRICS_TOKEN: 'PLANTED-short' }, 'src/doctor.ts', '--offline').ended;
  expect(leaked(seen)).toEqual([]);
  expect(seen.join('')).not.toMatch(/PLANTED/);
});
