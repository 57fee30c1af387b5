import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BotApi, openBotApi } from '../telegram/bot-api.ts';

// The whole service as an operator starts it, with a local Telegram on the other side.
const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-telegram-'));
const an = 501;
/** A busy machine starts slowly; nothing here measures speed. */
const patience = 200_000;
const limit = 500_000;
let api: BotApi;
let service: ChildProcess | null = null;
let out = '';

beforeAll(async () => {
  api = await openBotApi();
});
afterEach(async () => {
  if (service && service.exitCode === null && service.signalCode === null) await end('SIGKILL');
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<string> {
  out = '';
  service = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: folder,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      ...env,
    },
  });
  const hear = (data: unknown) => {
    out += data;
  };
  service.stdout?.on('data', hear);
  service.stderr?.on('data', hear);
  await api.until('it is ready', () => /Nhấn Ctrl\+C/.test(out), patience);
  return /http:\/\/\S+/.exec(out)?.[0] ?? '';
}
async function end(signal: NodeJS.Signals): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => service?.once('exit', resolve));
  service?.kill(signal);
  return gone;
}
const bot = () => api.seen(an).filter((one) => one.from === 'bot');

/** Every byte of the folder, without the keys. */
function kept(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map((one) => readFileSync(join(one.parentPath, one.name)).toString('latin1')).join('\n');
}

test(
  'a webhook without its secret: told what to do, and the web chat runs',
  async () => {
    const url = await start({ TELEGRAM_WEBHOOK_URL: 'https://tinh.example/tg' });
    expect(out).toContain('thiếu TELEGRAM_WEBHOOK_SECRET');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(api.calls).toEqual([]);
    expect(await end('SIGTERM')).toBe(0);
  },
  limit,
);

test(
  'a wrong token: told what to do, and the web chat runs',
  async () => {
    const url = await start({ TELEGRAM_BOT_TOKEN: '99:sai-hoan-toan-abcdefghijklmnop' });
    await api.until('told', () => out.includes('@BotFather'), patience);
    expect(out).not.toContain('sai-hoan-toan');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await end('SIGTERM')).toBe(0);
  },
  limit,
);

test(
  'a talk goes on through a kill, is erased on both sides, and no word or id of it stays',
  async () => {
    await start();
    await api.until('online', () => out.includes('đã nối'), patience);
    api.says(an, 'tối qua em bị chồng đánh hoacucvang');
    await api.until('the card', () => bot().length === 1, patience);
    // Once it is noted that the card was sent: nobody could know its id before.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await end('SIGKILL');
    api.says(an, 'ừ hoacucvang');
    await start();
    await api.until('still careful', () => bot().length === 2, patience);
    expect(bot()[1]?.text).toMatch(/113/);
    expect(kept()).not.toMatch(/hoacucvang/);
    api.says(an, '/xoa');
    const confirmed = () => api.seen(an).some((one) => one.text.includes('thông báo đã hiện'));
    await api.until('told what remains', confirmed, patience);
    expect(api.seen(an)).toHaveLength(1);
    expect(await end('SIGTERM')).toBe(0);
    expect(`${kept()}${out}`).not.toMatch(/hoacucvang/);
  },
  limit,
);
