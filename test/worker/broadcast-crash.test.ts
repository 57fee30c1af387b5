import { describe, expect, test } from 'vitest';
import { broadcastEmbedded, broadcastServer } from '../../src/bench/broadcast.ts';
import { serverPrograms } from '../../src/bench/private-server.ts';
import { parseConfig } from '../../src/config.ts';

// A small run of `npm run bench -- broadcast`: the whole service, killed at a random point of its sending.
const plan = { subscribers: 150, perSecond: 100, kills: 1 };
const unharmed = { ...plan, missed: 0, doubled: 0 };

describe('a service killed while it sends to many', () => {
  test('misses nobody and tells nobody twice on the embedded database', { timeout: 300_000 }, async () => {
    const result = await broadcastEmbedded(parseConfig({}), plan);
    expect(result).toMatchObject(unharmed);
    // What is uncertain was under way: never more than may be sent at once.
    expect(result.uncertain).toBeLessThanOrEqual(64);
  });

  test.skipIf(serverPrograms() === null)('nor on a server', { timeout: 300_000 }, async () => {
    expect(await broadcastServer(parseConfig({}), plan)).toMatchObject(unharmed);
  });
});
