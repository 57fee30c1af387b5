import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-ask-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs a command of the project as a user would; resolves when it ends. */
function run(script: string, args: string[], input: string, env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `src/${script}.ts`, ...args], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

test('the batch door answers one line a turn, in order, and survives a malformed line', async () => {
  const input = [
    '{"id":"a","text":"chi tieu lanh dao nu nam 2030"}',
    'not json',
    '{"id":"b","turns":["mục tiêu 3 chỉ tiêu 2 là gì","thế năm 2030?"]}',
    '{"id":"c"}',
    '{"id":"d","text":"SOS"}',
  ].join('\n');
  const { code, out } = await run('ask', ['--batch'], input);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines.map((line) => [line.id, line.turn ?? line.line])).toEqual([
    ['a', 0],
    [null, 2],
    ['b', 0],
    ['b', 1],
    [null, 4],
    ['d', 0],
  ]);
  expect(lines[0]).toMatchObject({ level: 'none', types: [], subject: 'none', outcome: 'answer', helpOffered: false });
  expect(lines[0].reply).toContain('75 %');
  expect(lines[0].citations).toContainEqual({ document: '224/KH-UBND', locator: 'Mục tiêu 1' });
  expect(typeof lines[0].ms).toBe('number');
  expect(typeof lines[0].welcome).toBe('string');
  expect(lines[3].welcome).toBeUndefined();
  expect(lines[5]).toMatchObject({ outcome: 'help', helpOffered: true });
});

test('one question on the command line gets its answer and the command ends', async () => {
  const { code, out } = await run('ask', ['bao nhiêu tuổi được kết hôn'], '');
  expect(code).toBe(0);
  expect(out).toMatch(/18/);
  expect(out).toMatch(/Căn cứ/);
});

test('a wrong setting is one clear line, without its value', async () => {
  const { code, err } = await run('ask', ['abc'], '', { DATABASE_URL: 'mysql://secret@host/x' });
  expect(code).toBe(1);
  expect(err.trim()).toMatch(/^DATABASE_URL: phải bắt đầu bằng postgres/);
  expect(err).not.toContain('secret');
});

test('a content folder that is not there is one clear line', async () => {
  const { code, err } = await run('ask', ['abc'], '', { KNOWLEDGE_DIR: join(dataDir, 'nowhere') });
  expect(code).toBe(1);
  expect(err).toContain('Không đọc được thư mục nội dung');
  expect(err).not.toContain('at ');
});
