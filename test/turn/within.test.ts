import { expect, test } from 'vitest';
import { within, withinOwnTime } from '../../src/turn/within.ts';

/** Resolves some turns of the event loop after this thread was held up for longer than `ms`. */
async function afterBeingHeldUp(ms: number): Promise<string> {
  await new Promise((resolve) => setImmediate(resolve));
  for (const until = performance.now() + 2 * ms; performance.now() < until; );
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  return 'done';
}

test('time in which the thread was held up counts by the clock, and not as its own', async () => {
  await expect(within(120, afterBeingHeldUp(120))).rejects.toThrow('too late');
  await expect(withinOwnTime(120, afterBeingHeldUp(120))).resolves.toBe('done');
});

test('what never comes is given up either way, and what fails fails', async () => {
  for (const patience of [within, withinOwnTime]) {
    await expect(patience(24, new Promise(() => {}))).rejects.toThrow('too late');
    await expect(patience(60_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(patience(60_000, Promise.resolve('at once'))).resolves.toBe('at once');
  }
});
