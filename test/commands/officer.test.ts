import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBot } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { AppError } from '../../src/core/errors.ts';
import { runOfficer } from '../../src/officer/command.ts';
import { openOfficers } from '../../src/officers.ts';
import { withOfficers } from '../../src/officers-door.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-officer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: `${root}knowledge`, PROMPTS_DIR: `${root}prompts` };

/** What `npm run officer -- …` says; a refusal is its last line. */
async function officer(...args: string[]): Promise<string> {
  const lines: string[] = [];
  try {
    await runOfficer(args, parseConfig(env), (line) => lines.push(line));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    lines.push(`! ${error.message}`);
  }
  return lines.join('\n');
}

test('the operator makes the first administrator, and nobody gets in by anything else', async () => {
  expect(await officer('add', 'Quan.Tri', '--role', 'king')).toMatch(/^! Vai trò cần là một trong: analyst/);
  expect(await officer('add', 'quan.tri')).toMatch(/^! Lệnh chưa đúng/);
  expect(await officer()).toContain('npm run officer --');
  const added = await officer('add', 'Quan.Tri', '--role', 'admin');
  expect(added).toMatch(/chỉ hiện lần này.*: (?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}/);
  expect(await officer('add', 'quan.tri', '--role', 'editor')).toContain('Tên đăng nhập này đã có');
  expect(await officer('add', 'có dấu', '--role', 'editor')).toContain('! Tên đăng nhập cần');
  expect(await officer('role', 'quan.tri', 'editor')).toContain('Biên tập nội dung');
  expect(await officer('lock', 'quan.tri')).toContain('Đã khoá');
  expect(await officer('unlock', 'ai-do')).toContain('! Không có tài khoản "ai-do"');
  const again = await officer('reset', 'quan.tri');
  expect(again).toContain('Mã lập tài khoản');
  expect(await officer('list')).toMatch(/quan\.tri\s+Biên tập nội dung\s+chờ lập\s+chưa đăng nhập/);
  const audit = await officer('audit');
  expect(audit).toMatch(/dòng lệnh {2}Thêm tài khoản {2}quan\.tri {2}admin/);
  expect(audit).toContain('Nhật ký nguyên vẹn: 4 dòng');
  expect(statSync(join(env.DATA_DIR, 'keys', 'officers.key')).mode & 0o077).toBe(0);
  expect(readFileSync(join(env.DATA_DIR, 'keys', 'officers.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
});

test('the service serves the pages beside the chat; while it runs, the command says what to do', async () => {
  const config = parseConfig(env);
  const bot = await openBot(config, { scratch: false, onProgress: () => {} });
  const app = withOfficers(async () => openOfficers(config, bot.database), { fetch: () => new Response('chat') });
  const text = async (path: string) => (await app.fetch(new Request(`http://localhost${path}`))).text();
  expect(await text('/can-bo/vao')).toContain('Tên đăng nhập');
  expect(await text('/can-bo-khac')).toBe('chat');
  expect(await text('/')).toBe('chat');
  expect(await officer('list')).toMatch(/! Hoa Ban đang chạy .*\/can-bo\/tai-khoan/);
  await bot.close();
});

test('with a server and no key the pages are shut and the chat is not', async () => {
  const config = parseConfig({ ...env, DATABASE_URL: 'postgres://x@127.0.0.1:9/x' });
  const app = withOfficers(async () => openOfficers(config, { pool: {} as never }), {
    fetch: () => new Response('chat'),
  });
  const response = await app.fetch(new Request('http://localhost/can-bo/vao'));
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('OFFICER_KEY');
  expect(await (await app.fetch(new Request('http://localhost/'))).text()).toBe('chat');
});
