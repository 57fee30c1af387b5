import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
/** The commands of this program, by the file each runs; `dev` and `serve` run that of `start`. */
const commands = Object.entries(scripts).flatMap(([name, runs]) => {
  const [, file] = /--import tsx (src\/[\w-]+\.ts)$/.exec(runs) ?? [];
  return file === undefined ? [] : [[name, file] as const];
});

function run(file: string, argument: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, argument], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

test.each(commands)(
  'npm run %s tells what it takes, and refuses what it does not know',
  {
    timeout: 120_000,
  },
  async (_name, file) => {
    const [help, unknown] = [await run(file, '--help'), await run(file, '--khong-co')];
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(/--help/);
    expect(help.out.trim().split('\n').length).toBeGreaterThan(3);
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err.trim().split('\n')).toHaveLength(1);
  },
);

test('each command of the program is among them', () => {
  const names = commands.map(([name]) => name);
  for (const name of ['start', 'demo', 'ask', 'officer', 'doctor', 'zalo:login']) expect(names).toContain(name);
});
