import { describe, expect, test, vi } from 'vitest';
import { type Hold, LaneLost, type Lanes } from '../../src/core/lanes.ts';
import { plainReply } from '../../src/core/reply.ts';
import type { Database } from '../../src/postgres/open.ts';
import { AtWork } from '../../src/worker/at-work.ts';
import { makeLane } from '../../src/worker/lane.ts';
import type { LaneParts } from '../../src/worker/parts.ts';
import { closedAfterEach, count, engines, fakeChannel, incoming, openEmpty, openHouse, until } from './house.ts';

vi.setConfig({ testTimeout: 240_000 });

const open = closedAfterEach();

/** The database with one statement that is done, though whoever asked for it hears that it failed. */
function losingOne(db: Database, isIt: (text: string) => boolean): { db: Database; lost: () => boolean } {
  let lost = false;
  const query = async (given: { text: string }) => {
    const result = await db.pool.query(given);
    if (lost || !isIt(given.text)) return result;
    lost = true;
    throw new Error('the connection broke');
  };
  const pool = new Proxy(db.pool, {
    get: (target, key) => {
      if (key === 'query') return query;
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { db: { ...db, pool, urgent: pool }, lost: () => lost };
}

describe.each(engines)('what was written though nobody was told so, on %s', (engine) => {
  async function house(isIt: (text: string) => boolean, pace = {}) {
    const db = await openEmpty(engine);
    open.unshift(() => db.close());
    const losing = losingOne(db, isIt);
    const channel = fakeChannel();
    const queue = await openHouse(losing.db, channel, (update) => plainReply([`re ${update.id}`], 'answer'), { pace });
    open.unshift(() => queue.stop());
    return { db, channel, queue, lost: losing.lost };
  }

  test('the end of a turn: what it leaves is sent without waiting for the sweeper, once', async () => {
    const isEnd = (text: string) => text.includes('delete from inbox');
    const { db, channel, queue, lost } = await house(isEnd, { sweepMs: 3_600_000, waitedSeconds: 3_600 });
    const [first, next] = [incoming('a'), incoming('a')];
    await queue.accept(first);
    await until(() => channel.sent.length === 1);
    expect(lost()).toBe(true);
    await queue.accept(next);
    await until(() => channel.sent.length === 2);
    await until(async () => (await count(db, 'outbox')) === 0);
    expect(channel.sent.map((one) => one.text)).toEqual([`re ${first.update.id}`, `re ${next.update.id}`]);
  });

  test('the coming of a message: it is answered once, without the queue, and its lane is given back', async () => {
    const { db, channel, queue, lost } = await house((text) => text.includes('lane_accept'));
    const [first, next] = [incoming('a'), incoming('a')];
    await queue.accept(first);
    expect(lost()).toBe(true);
    await until(async () => (await db.pool.query('select from lane where holder is not null')).rows.length === 0);
    await queue.accept(next);
    await until(() => channel.sent.length === 2);
    await until(async () => (await count(db, 'inbox')) === 0);
    expect(channel.sent.map((one) => one.text)).toEqual([`re ${first.update.id}`, `re ${next.update.id}`]);
  });
});

test('a turn that had ended with others already: the lane is looked at again at once where it was still ours', async () => {
  const looks = async (stillOurs: boolean) => {
    const planned: number[] = [];
    const lanes = {
      finish: async () => Promise.reject(new LaneLost()),
      leave: async () => (stillOurs ? true : Promise.reject(new LaneLost())),
      again: async (_: string, seconds: number) => void planned.push(seconds),
    };
    const letter = { id: '1', incoming: incoming('a'), attempts: 1 };
    const hold: Hold = { contact: 'a', holder: '1/x' };
    const parts = {
      lanes: lanes as unknown as Lanes,
      atWork: new AtWork(),
      senders: new Map([['telegram', fakeChannel().sender]]),
      answered: () => true,
      now: () => new Date(),
      stopping: () => false,
    };
    const look = makeLane(parts as unknown as LaneParts);
    await look('a', { hold, first: { kind: 'letter', letter, more: false, talk: null } });
    return planned;
  };
  expect(await looks(true)).toEqual([0]);
  expect(await looks(false)).toEqual([]);
});
