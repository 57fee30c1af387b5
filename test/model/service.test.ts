import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fakeOpenAI, honest } from './fake-openai.ts';
import { ordinary } from './house.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-model-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A program of the project as a user starts it, with all it says. */
function run(script: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/${script}.ts`, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data'), PORT: '0', ...env },
  });
  running.add(child);
  let out = '';
  const heard: Array<() => void> = [];
  const listen = (chunk: unknown) => {
    out += chunk;
    for (const one of heard) one();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<string>((resolve) =>
    child.on('close', () => {
      running.delete(child);
      resolve(out);
    }),
  );
  const url = new Promise<string>((resolve) =>
    heard.push(() => {
      const found = /Mở trang này trong trình duyệt: (http:\/\/\S+)/.exec(out)?.[1];
      if (found) resolve(found);
    }),
  );
  return { child, ended, url };
}

test('the service and the terminal use the model that is set up; the batch door only when told to', {
  timeout: 600_000,
}, async () => {
  const server = await fakeOpenAI(honest);
  const env = { OPENAI_BASE_URL: server.url, MODEL_LOCATION: 'own', MODEL_NAME: 'fake' };
  const service = run('main', [], env);
  const url = await service.url;
  const ask = async (text: string) => {
    const body = JSON.stringify({ session: 'a-session-of-a-test', text });
    const headers = { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin' };
    return (await fetch(`${url}/tin`, { method: 'POST', headers, body })).json() as Promise<{ bubbles: string[] }>;
  };
  // A first turn on a busy machine may have no time left for a call.
  for (let at = 0; at < 20 && server.calls.length === 0; at++)
    expect((await ask(ordinary)).bubbles.length).toBeGreaterThan(0);
  const onTheWeb = server.calls.length;
  expect(onTheWeb).toBeGreaterThan(0);
  await ask('chồng đánh tôi');
  expect(server.calls.length).toBe(onTheWeb);
  service.child.kill('SIGTERM');
  expect(await service.ended).toContain('Mô hình ngôn ngữ: fake, trên máy chủ của đơn vị');

  for (let at = 0; at < 5 && server.calls.length === onTheWeb; at++) await run('ask', [ordinary], env).ended;
  const onTheTerminal = server.calls.length;
  expect(onTheTerminal).toBeGreaterThan(onTheWeb);

  const batch = run('ask', ['--batch'], env);
  batch.child.stdin?.end(JSON.stringify({ id: 'a', text: ordinary }));
  expect(await batch.ended).toContain('"id":"a"');
  expect(server.calls.length).toBe(onTheTerminal);

  // A setting that cannot work: said, and everything else goes on.
  const { child, ended, url: up } = run('main', [], { ...env, MODEL_LOCATION: '' });
  await up;
  child.kill('SIGTERM');
  expect(await ended).toContain('thiếu MODEL_LOCATION');
  await server.close();
});
