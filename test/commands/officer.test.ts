import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { AppError } from '../../src/core/errors.ts';
import { loadServices } from '../../src/knowledge/services.ts';
import type { Around } from '../../src/live/candidate.ts';
import { type Opened, runOfficer } from '../../src/officer/command.ts';
import { openAccounts } from '../../src/officer/open.ts';
import { openOfficers } from '../../src/officers.ts';
import { withOfficers } from '../../src/officers-door.ts';
import { content } from '../fakes.ts';
import { type OfficerHouse, openOfficerHouse } from '../officers/house.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-officer-'));
const env = { DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: `${root}knowledge`, PROMPTS_DIR: `${root}prompts` };

let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(async () => {
  await house.database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the pages need of the bot. */
const bot = () => ({
  database: house.database,
  directory: loadServices(content.get('knowledge/services.yaml') ?? ''),
  // No page that tells of the content is opened here.
  around: {} as Around,
});

/** What `npm run officer -- …` says; a refusal is its last line. */
async function officer(args: string[], open?: () => Promise<Opened>): Promise<string> {
  const lines: string[] = [];
  try {
    await runOfficer(args, open ?? (async () => ({ parts: house.house, close: async () => {} })), (line) =>
      lines.push(line),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    lines.push(`! ${error.message}`);
  }
  return lines.join('\n');
}
const say = (line: string) => officer(line === '' ? [] : line.split(' '));

test('the operator makes the first administrator, and nobody gets in by anything else', async () => {
  expect(await say('add Quan.Tri --role king')).toMatch(/^! Vai trò cần là một trong: analyst/);
  expect(await say('add quan.tri')).toMatch(/^! Lệnh chưa đúng/);
  expect(await say('')).toContain('npm run officer --');
  expect(await say('list')).toContain('Chưa có tài khoản nào');
  expect(await say('add Quan.Tri --role admin')).toMatch(/chỉ hiện lần này.*: (?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}/);
  expect(await say('add quan.tri --role editor')).toContain('Tên đăng nhập này đã có');
  expect(await say('add hoàng --role editor')).toContain('! Tên đăng nhập cần');
  expect(await say('role quan.tri editor')).toContain('Biên tập nội dung');
  expect(await say('lock quan.tri')).toContain('Đã khoá');
  expect(await say('unlock ai-do')).toContain('! Không có tài khoản "ai-do"');
  expect(await say('reset quan.tri')).toContain('Mã lập tài khoản');
  expect(await say('list')).toMatch(/quan\.tri\s+Biên tập nội dung\s+chờ lập\s+chưa đăng nhập/);
  const audit = await say('audit');
  expect(audit).toMatch(/dòng lệnh {2}Thêm tài khoản {2}quan\.tri {2}admin/);
  expect(audit).toContain('Nhật ký nguyên vẹn: 4 dòng');
});

test('on the service’s own folder: a kept key, pages beside the chat, and one user at a time', async () => {
  const config = parseConfig(env);
  const opened = await openAccounts(config, () => {});
  const key = join(env.DATA_DIR, 'keys', 'officers.key');
  expect(statSync(key).mode & 0o077).toBe(0);
  expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  expect(await officer(['list'], () => openAccounts(config, () => {}))).toMatch(/^! Hoa Ban đang chạy .*\/can-bo/);
  await opened.close();
  // Prepares the whole knowledge, twice over on a slow machine.
}, 240_000);

test('the pages stand beside the chat', async () => {
  const app = withOfficers(async () => openOfficers(parseConfig(env), bot()), {
    fetch: () => new Response('chat'),
  });
  const text = async (path: string) => (await app.fetch(new Request(`http://localhost${path}`))).text();
  expect(await text('/can-bo/vao')).toContain('Tên đăng nhập');
  expect(await text('/can-bo-khac')).toBe('chat');
  expect(await text('/')).toBe('chat');
});

test('with a server and no key the pages are shut and the chat is not', async () => {
  const config = parseConfig({ ...env, DATABASE_URL: 'postgres://x@127.0.0.1:9/x' });
  const app = withOfficers(async () => openOfficers(config, bot()), { fetch: () => new Response('chat') });
  const response = await app.fetch(new Request('http://localhost/can-bo/vao'));
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('OFFICER_KEY');
  expect(await (await app.fetch(new Request('http://localhost/'))).text()).toBe('chat');
});
