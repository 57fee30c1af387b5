import { describe, expect, test, vi } from 'vitest';
import { LaneLost, type ParcelTask } from '../../src/core/lanes.ts';
import type { TurnRecord } from '../../src/core/ports.ts';
import { type Stored, storeIncoming } from '../../src/postgres/mailbox/accept.ts';
import { postgresLanes } from '../../src/postgres/mailbox/lanes.ts';
import { migrateJobs } from '../../src/postgres/mailbox/runner.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import type { Database } from '../../src/postgres/open.ts';
import { AtWork } from '../../src/worker/at-work.ts';
import { makeTurnstile } from '../../src/worker/turnstile.ts';
import { closedAfterEach, count, engines, incoming, openEmpty, usualKey } from './house.ts';

vi.setConfig({ testTimeout: 240_000 });

const open = closedAfterEach();
const seals = {
  words: makeSeal(usualKey),
  ids: makeSeal(usualKey, 'ids'),
  subscriptions: makeSeal(usualKey, 'subscriptions'),
};

describe.each(engines)('many lanes in one statement, on %s', (engine) => {
  async function house() {
    const db = await openEmpty(engine);
    open.unshift(() => db.close());
    await migrateJobs(db.pool);
    let holders = 0;
    const taking = (most: number, atWork: string[] = []) => ({
      holders: Array.from({ length: most }, () => `1/${++holders}`),
      atWork: (contact: string) => atWork.includes(contact),
    });
    return { db, taking, lanes: postgresLanes(db.pool, seals) };
  }
  const jobsOf = async (db: Database) =>
    (await db.pool.query('select key from graphile_worker._private_jobs order by key')).rows.map((one) => one.key);
  const namesOf = ({ begun }: Stored) => begun.map(({ hold }) => hold.contact);

  test('takes the lanes of whom nobody looks after as their messages are stored; the others get a job', async () => {
    const { db, taking } = await house();
    const [a, b, c] = [incoming('a'), incoming('b'), incoming('c')];
    const first = await storeIncoming(db.pool, seals.words, [a, b, incoming('a'), c], taking(2));
    expect(first.isNew).toEqual([true, true, true, true]);
    expect(namesOf(first)).toEqual(['a', 'b']);
    expect(await jobsOf(db)).toEqual(['lane:c']);
    const [ofA, ofB] = first.begun.map(({ first }) => first);
    expect(ofA).toMatchObject({ kind: 'letter', letter: { incoming: a, attempts: 1 }, more: true });
    expect(ofB).toMatchObject({ kind: 'letter', letter: { incoming: b, attempts: 1 }, more: false });
    // Held lanes, and those where something waits, are not taken.
    const second = await storeIncoming(db.pool, seals.words, [incoming('a'), incoming('c'), b], taking(9));
    expect(second).toEqual({ isNew: [true, true, false], begun: [], unplanned: [] });
    expect(await jobsOf(db)).toEqual(['lane:a', 'lane:c']);
  });

  test('plans nothing for whom this process looks after already', async () => {
    const { db, taking } = await house();
    const stored = await storeIncoming(db.pool, seals.words, [incoming('a'), incoming('b')], taking(9, ['a', 'x']));
    expect(namesOf(stored)).toEqual(['b']);
    expect(stored.unplanned).toEqual(['a']);
    expect(await jobsOf(db)).toEqual([]);
  });

  test('ends many turns at once: one that cannot be stored or whose lane was lost keeps nothing of the others', async () => {
    const { db, taking, lanes } = await house();
    const people = ['a', 'b', 'c', 'd'];
    const { begun } = await storeIncoming(
      db.pool,
      seals.words,
      people.map((one) => incoming(one)),
      taking(9),
    );
    await db.pool.query("update lane set holder = 'another' where contact = 'c'");
    const ended = await Promise.allSettled(
      begun.map(({ hold, first }) => {
        if (first.kind !== 'letter') throw new Error('no letter');
        const texts = [`1 for ${hold.contact}`, `2 for ${hold.contact}`];
        const tasks = texts.map((text): ParcelTask => ({ kind: 'message', message: { text }, last: false }));
        // No database takes such a text.
        const record = recordOf(hold.contact, hold.contact === 'b' ? 'odd \0 topic' : 'topic');
        const rest = { away: false, erased: false, unheard: false, now: new Date() };
        return lanes.finish(hold, { letter: first.letter, record, tasks, ...rest });
      }),
    );
    const told = ended.map((one) =>
      one.status === 'fulfilled'
        ? one.value.map(({ task }) => task.kind === 'message' && task.message.text)
        : one.reason,
    );
    expect(told[0]).toEqual(['1 for a', '2 for a']);
    expect(told[1]).toBeInstanceOf(Error);
    expect(told[2]).toBeInstanceOf(LaneLost);
    expect(told[3]).toEqual(['1 for d', '2 for d']);
    const { rows } = await db.pool.query('select contact from inbox order by contact');
    expect(rows.map(({ contact }) => contact)).toEqual(['b', 'c']);
    expect(await count(db, 'outbox')).toBe(4);
    expect(await count(db, 'conversation')).toBe(2);
    expect(await count(db, 'fact')).toBe(2);
    expect(await count(db, 'erasable')).toBe(2);
  });
});

function recordOf(contact: string, topic: string): TurnRecord {
  const at = new Date();
  const what = { topic, document: null, outcome: 'answer', level: 'none', latencyMs: 1, feedback: null } as const;
  return {
    contact,
    next: { stage: 'open', seenAt: at, topic: null, care: null },
    fact: { bucket: at, channel: 'telegram', ...what },
  };
}

test('what is stored during a look is told to it, until the last look at the lane is over', () => {
  const atWork = new AtWork();
  const [first, second] = [atWork.enter('a'), atWork.enter('a')];
  expect(atWork.tell('a')).toBe(true);
  expect([first.came(), second.came()]).toEqual([true, true]);
  first.mark();
  expect([first.came(), second.came()]).toEqual([false, true]);
  first.gone();
  expect(atWork.has('a')).toBe(true);
  second.gone();
  expect([atWork.has('a'), atWork.tell('a'), atWork.tell('b')]).toEqual([false, false, false]);
});

test('whoever gathers lets so many of those who wait go first, and waits for nobody else', async () => {
  const turnstile = makeTurnstile();
  await turnstile.yieldTo(100);
  const through: number[] = [];
  for (let nth = 1; nth <= 6; nth++) void turnstile.pass().then(() => through.push(nth));
  await turnstile.yieldTo(2);
  expect(through.length).toBeLessThan(6);
  await turnstile.yieldTo(100);
  expect(through).toEqual([1, 2, 3, 4, 5, 6]);
});

test('nobody is let through while something is stored', async () => {
  const turnstile = makeTurnstile(240_000);
  const through: string[] = [];
  const slowly = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    through.push('stored');
  };
  await Promise.all([turnstile.during(slowly()), turnstile.pass().then(() => through.push('thought'))]);
  expect(through).toEqual(['stored', 'thought']);
  await expect(turnstile.during(Promise.reject(new Error('not stored')))).rejects.toThrow('not stored');
});

test('a store that hangs keeps nobody from being let through', async () => {
  const turnstile = makeTurnstile();
  void turnstile.during(new Promise(() => {}));
  await turnstile.pass();
});
