import { describe, expect, test } from 'vitest';
import { isReady, mayAnswer, type Running } from '../../src/core/running.ts';
import { makeLog } from '../../src/log.ts';
import { watchRunning } from '../../src/running.ts';
import { signsOfLife } from '../../src/signs-of-life.ts';

const well: Running = { leaving: false, knowledge: true, database: true, queue: null };

describe('how a replica stands', () => {
  test('ready means every part works', () => {
    expect(isReady(well)).toBe(true);
    expect(isReady({ ...well, queue: true })).toBe(true);
    for (const lame of [{ leaving: true }, { knowledge: false }, { database: false }, { queue: false }])
      expect(isReady({ ...well, ...lame })).toBe(false);
  });

  test('people are led to a replica without database: it still shows the way to help', () => {
    expect(mayAnswer({ ...well, database: false, queue: false })).toBe(true);
    expect(mayAnswer({ ...well, leaving: true })).toBe(false);
  });
});

describe('the doors', () => {
  const ask = async (path: string, running: Running) => {
    const app = signsOfLife(async () => running).get(path);
    const response = await app?.fetch(new Request(`http://localhost${path}`));
    return { status: response?.status, body: await response?.json() };
  };

  test('say whether people may be led here, and whether all works', async () => {
    expect(await ask('/health', well)).toEqual({ status: 200, body: { ok: true } });
    expect(await ask('/health', { ...well, database: false })).toEqual({ status: 200, body: { ok: true } });
    expect(await ask('/health', { ...well, leaving: true })).toEqual({ status: 503, body: { ok: false } });
    expect(await ask('/ready', well)).toEqual({ status: 200, body: { ready: true, ...well } });
    expect((await ask('/ready', { ...well, database: false })).status).toBe(503);
  });
});

test.each(['/health', '/ready'])('%s carries the guards of the page', async (path) => {
  const response = await signsOfLife(async () => well)
    .get(path)
    ?.fetch(new Request(`http://localhost${path}`));
  expect(response?.status).toBe(200);
  expect(response?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response?.headers.get('cache-control')).toBe('no-store');
  expect(response?.headers.get('x-content-type-options')).toBe('nosniff');
});

describe('watching a replica', () => {
  const parts = { knowledge: () => true, queue: () => true };
  const database = (query: () => Promise<unknown>) => ({ urgent: { query } as never });

  test('a database that fails, or never answers, is not there', async () => {
    const failing = watchRunning({ ...parts, database: database(() => Promise.reject(new Error('gone'))) });
    expect(await failing.running()).toEqual({ leaving: false, knowledge: true, database: false, queue: true });
    const silent = watchRunning({ ...parts, database: database(() => new Promise(() => {})) });
    expect((await silent.running()).database).toBe(false);
  });

  test('it asks the database once for many that want to know, and says that it leaves', async () => {
    let asked = 0;
    const watch = watchRunning({ ...parts, database: database(async () => ({ rows: [asked++] })) });
    await Promise.all(Array.from({ length: 50 }, () => watch.running()));
    expect(asked).toBe(1);
    watch.leave();
    expect((await watch.running()).leaving).toBe(true);
  });
});

test('a log line keeps only what it may carry', () => {
  const lines: string[] = [];
  const log = makeLog(true, { write: (line) => lines.push(line) });
  log.warn('turn-trouble', { code: 'x', words: 'chuyện riêng', contact: 'abc' } as never);
  const { level, time, ...said } = JSON.parse(lines.join(''));
  expect(said).toEqual({ event: 'turn-trouble', code: 'x' });
  expect([level, typeof time]).toEqual([40, 'string']);
});
