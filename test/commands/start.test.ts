import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-start-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { code: number | null; out: string; err: string };

/** The service as an operator starts it: `ready` when it prints its address, `ended` with all it said. */
function start(env: Record<string, string>): { child: ChildProcess; ready: Promise<string>; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data'), PORT: '0', ...env },
  });
  running.add(child);
  let out = '';
  let err = '';
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    }),
  );
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const url = /http:\/\/\S+/.exec(out)?.[0];
      if (url !== undefined) resolve(url);
    });
  });
  child.stderr.on('data', (chunk) => (err += chunk));
  return { child, ready, ended };
}

/** One clear message for the operator: what is wrong and what to do, no stack. */
async function refuses(env: Record<string, string>, message: RegExp): Promise<void> {
  const { code, err } = await start(env).ended;
  expect(code).toBe(1);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/at .*\.ts:\d+/);
}

test('a wrong setting is named, its value is not repeated', () =>
  refuses({ PORT: 'ba nghìn' }, /^\s*PORT: phải là một số\. Xem \.env\.example\.\s*$/));

test('a database address that is none is refused', () =>
  refuses({ DATABASE_URL: 'mysql://x' }, /DATABASE_URL: phải bắt đầu bằng postgres/));

test('a database that does not answer is said so', () =>
  refuses({ DATABASE_URL: 'postgres://x@127.0.0.1:9/x' }, /Không nối được cơ sở dữ liệu ở DATABASE_URL/));

test('a data folder that cannot be is said so', () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  return refuses({ DATA_DIR: join(file, 'data') }, /Không đọc ghi được thư mục dữ liệu .* đặt DATA_DIR khác/);
});

test('missing content is said so', () => refuses({ KNOWLEDGE_DIR: join(folder, 'none') }, /Kiểm tra KNOWLEDGE_DIR/));

test('a malformed content file stops the start with file, line and mend', () => {
  const broken = join(folder, 'knowledge');
  cpSync(join(root, 'knowledge'), broken, { recursive: true });
  writeFileSync(join(broken, 'answers', 'thu.yaml'), '- id: the-hong\n  say: "chưa đóng\n');
  return refuses({ KNOWLEDGE_DIR: broken }, /answers\/thu\.yaml:\d+: không đọc được YAML/);
});

// Three starts, two of them first ones: minutes on a busy machine.
test('a service starts, refuses a second one on its folder, keeps its port, and stops when asked', async () => {
  const first = start({});
  const url = await first.ready;
  expect(await (await fetch(url)).text()).toContain('Hoa Ban');
  const second = await start({}).ended;
  expect(second.code).toBe(1);
  expect(second.err).toMatch(/đang được một Hoa Ban khác dùng/);
  const port = new URL(url).port;
  await refuses({ DATA_DIR: join(folder, 'other'), PORT: port }, /đang có chương trình khác dùng/);
  first.child.kill('SIGTERM');
  const { code, out } = await first.ended;
  expect(code).toBe(0);
  expect(out).toContain('Đang dừng');
  await new Promise<void>((resolve, reject) => {
    const free = createServer()
      .once('error', reject)
      .listen(Number(port), '127.0.0.1', () => free.close(() => resolve()));
  });
}, 240_000);
