import { describe, expect, test } from 'vitest';
import { crashEmbedded, crashServer } from '../../src/bench/crash.ts';
import { tally } from '../../src/bench/crash-count.ts';
import { serverPrograms } from '../../src/bench/private-server.ts';

// A small run of `npm run bench -- crash`: the whole service, killed at random points of its work.
const plan = { messages: 60, contacts: 8, kills: 2 };
const unharmed = { ...plan, lost: 0, outOfOrder: 0, doubled: 0 };

describe('a service killed in the middle of its work', () => {
  test('loses, repeats and reorders nothing on the embedded database', { timeout: 300_000 }, async () => {
    expect(await crashEmbedded(plan)).toMatchObject(unharmed);
  });

  test.skipIf(serverPrograms() === null)('nor on a server', { timeout: 300_000 }, async () => {
    expect(await crashServer(plan)).toMatchObject(unharmed);
  });
});

describe('the counting', () => {
  const updates = [1, 2, 3].map((id) => ({ id, contact: 'a', text: '' }));
  const sent = (answers: number, life = 1) => ({ contact: 'a', answers, part: 0, parts: 1, life });
  const seen = (...all: Array<ReturnType<typeof sent>>) => all.map((one, at) => ({ ...one, at }));

  test('sees what is missing, out of place, or there twice', () => {
    expect(tally(updates, seen(sent(1), sent(2), sent(3)))).toMatchObject({ lost: 0, outOfOrder: 0, doubled: 0 });
    expect(tally(updates, seen(sent(1), sent(3)))).toMatchObject({ lost: 1 });
    expect(tally(updates, seen(sent(2), sent(1), sent(3)))).toMatchObject({ lost: 0, outOfOrder: 1 });
    expect(tally(updates, seen(sent(1), sent(1), sent(2), sent(3)))).toMatchObject({ doubled: 1, uncertain: 0 });
  });

  test('lets a second copy pass only when a crash fell between sending and noting', () => {
    expect(tally(updates, seen(sent(1), sent(1, 2), sent(2, 2), sent(3, 2)))).toMatchObject({
      doubled: 0,
      uncertain: 1,
    });
    // Something was sent after the first copy: it had been noted, so the second is ours to answer for.
    expect(tally(updates, seen(sent(1), sent(2), sent(1, 2), sent(3, 2)))).toMatchObject({ doubled: 1, uncertain: 0 });
  });

  test('an answer counts only when all its parts came', () => {
    const half = { contact: 'a', answers: 3, part: 0, parts: 2, life: 1 };
    expect(tally(updates, seen(sent(1), sent(2), half))).toMatchObject({ lost: 1 });
  });
});
