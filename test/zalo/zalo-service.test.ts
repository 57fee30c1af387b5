import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BotPeer, openBotPeer } from './bot-peer.ts';
import { type OaPeer, openOaPeer } from './oa-peer.ts';

// The whole service as an operator starts it, with both products of a local Zalo on the other side.
const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-zalo-'));
const [an, binh] = ['nguoi-an-501', '502502502'];
/** A busy machine starts slowly; nothing here measures speed. */
const patience = 200_000;
const limit = 900_000;
let bot: BotPeer;
let oa: OaPeer;
let running: ChildProcess | null = null;
let out = '';

beforeAll(async () => {
  bot = await openBotPeer();
  oa = await openOaPeer();
});
afterEach(async () => {
  if (running && running.exitCode === null && running.signalCode === null) await end('SIGKILL');
});
afterAll(async () => {
  await Promise.all([bot.close(), oa.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function run(file: string, env: Record<string, string> = {}): ChildProcess {
  out = '';
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: folder,
      PORT: '0',
      ZALO_BOT_TOKEN: bot.token,
      ZALO_BOT_API_ROOT: bot.url,
      ZALO_OA_APP_ID: oa.appId,
      ZALO_OA_APP_SECRET: oa.appSecret,
      ZALO_OA_SECRET: oa.oaSecret,
      ZALO_OA_REDIRECT_URL: oa.redirectUrl,
      ZALO_OA_API_ROOT: oa.url,
      ZALO_OA_LOGIN_ROOT: oa.url,
      ...env,
    },
  });
  const hear = (data: unknown) => {
    out += data;
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  running = child;
  return child;
}
const gone = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
async function end(signal: NodeJS.Signals): Promise<number | null> {
  if (!running) return null;
  const ended = gone(running);
  running.kill(signal);
  return ended;
}
const says = (what: string) => bot.until(what, () => out.includes(what), patience);
async function start(env: Record<string, string> = {}): Promise<string> {
  run('src/main.ts', env);
  await says('Nhấn Ctrl+C');
  const url = /http:\/\/\S+/.exec(out)?.[0] ?? '';
  oa.hookUrl = `${url}/zalo-oa`;
  return url;
}
const botSaid = () => bot.seen(an).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));

/** Every byte of the folder, without the keys. */
function kept(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && !one.name.endsWith('.key'),
  );
  return files.map((one) => readFileSync(join(one.parentPath, one.name)).toString('latin1')).join('\n');
}

test(
  'settings that cannot work say what to do, and the web chat runs',
  async () => {
    const url = await start({ ZALO_BOT_TOKEN: 'bi-mat-go-nham', ZALO_OA_SECRET: '' });
    expect(out).toContain('Zalo Bot không chạy: ZALO_BOT_TOKEN');
    expect(out).toContain('Zalo OA không chạy: thiếu ZALO_OA_APP_SECRET');
    expect(out).not.toContain('bi-mat-go-nham');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await end('SIGTERM')).toBe(0);
  },
  limit,
);

test(
  'an operator logs in, people are answered on both products, and a kill in the middle of a refresh is survived',
  async () => {
    const login = run('src/zalo-login.ts');
    await says('dán vào đây');
    const ended = gone(login);
    const consentUrl = /http:\/\/\S+/.exec(out)?.[0] ?? '';
    login.stdin?.write(`${await oa.agree(consentUrl)}\n`);
    expect(await ended).toBe(0);
    expect(out).toContain('Đã cất khóa gửi tin');
    const first = oa.current;

    await start();
    await says('khóa gửi tin còn tốt');
    await says('Zalo Bot: đã nối');
    bot.says(an, 'tối qua em bị chồng đánh hoacucvang');
    bot.sends('nguoi-nho-503', 'unsupported');
    expect(await oa.deliver(oa.says(binh, 'bao nhiêu tuổi được kết hôn'))).toBe(200);
    await bot.until('both answered', () => botSaid().length === 1 && oa.seen(binh).length === 1, patience);
    await bot.until('the fixed line', () => bot.seen('nguoi-nho-503').length === 2, patience);
    expect(botSaid()[0]).toMatch(/113[\s\S]*115[\s\S]*111/);
    expect(bot.seen('nguoi-nho-503')[1]?.text).toMatch(/111[\s\S]*113[\s\S]*115/);
    expect(oa.seen(binh)[0]).toContain('Nam từ đủ 20 tuổi');

    // Zalo no longer takes the token for once; the refresh is granted, and the process dies before it hears of it.
    oa.holdRefresh();
    oa.refuse(-220);
    expect(await oa.deliver(oa.says(binh, '1'))).toBe(200);
    await oa.until('refreshing', () => oa.refreshes.length === 1, patience);
    await end('SIGKILL');
    oa.releaseRefresh();

    await start();
    await says('đứt giữa chừng');
    expect(out).toContain('npm run zalo:login');
    await oa.until('answered with the old token', () => oa.seen(binh).length === 2, patience);
    expect(oa.sends.at(-1)?.access).toBe(first.access);
    expect(oa.refreshes).toHaveLength(1);

    bot.says(an, 'xoá');
    await bot.until('told', () => botSaid().some((text) => text.includes('Zalo không cho mình xoá')), patience);
    expect(await end('SIGTERM')).toBe(0);
    const secrets = [first.access, first.refresh, oa.appSecret, oa.oaSecret, bot.token];
    for (const planted of [...secrets, 'hoacucvang', an, binh, 'nguoi-nho-503'])
      expect(`${kept()}${out}`.includes(planted), planted.slice(0, 6)).toBe(false);
  },
  limit,
);
