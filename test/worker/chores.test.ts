import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepChores } from '../../src/chores.ts';
import type { Chore } from '../../src/core/chore.ts';
import type { Notice } from '../../src/core/referral/case-desk.ts';
import { type Bells, bellWork } from '../../src/notices.ts';
import type { Database } from '../../src/postgres/open.ts';
import { closedAfterEach, engines, openAt, openEmpty, until } from './house.ts';

const open = closedAfterEach();
afterEach(() => {
  vi.useRealTimers();
});

async function empty(engine: (typeof engines)[number]) {
  const database = await openEmpty(engine);
  open.push(database.close);
  await database.pool.query("delete from graphile_worker._private_known_crontabs where identifier like 'test-%'").catch(
    () => {}, // made by the first replica
  );
  return database;
}

const minuteMs = 60_000;

/** The clock of this process so long after a tick of ten minutes that is over; it goes on from there. */
function setClock(afterTickMs: number) {
  const tenMinutes = 10 * minuteMs;
  const tick = Math.floor((Date.now() - tenMinutes) / tenMinutes) * tenMinutes;
  vi.useFakeTimers({ toFake: ['Date'], now: tick + afterTickMs, shouldAdvanceTime: true });
}
const shortlyBeforeATick = () => setClock(-2_000);
const farFromATick = () => setClock(5 * minuteMs + 10_000);

type Done = { by: string; name: string };

/** A replica that notes what it did. */
function start(pool: Database['pool'], by: string, done: Done[], chores: Partial<Chore>[], troubles: string[] = []) {
  const stop = keepChores({
    pool,
    chores: chores.map((chore, at) => ({
      name: `test-${at}`,
      everyMinutes: 10,
      ...chore,
      work: async () => {
        done.push({ by, name: chore.name ?? `test-${at}` });
        await chore.work?.();
      },
    })),
    onTrouble: (code) => troubles.push(code),
  });
  open.unshift(stop);
  return stop;
}

const known = async ({ pool }: Database, name: string) => {
  const { rows } = await pool
    .query('select last_execution as last from graphile_worker._private_known_crontabs where identifier = $1', [name])
    .catch(() => ({ rows: [] }));
  return rows[0] as { last: Date | null } | undefined;
};
/** As if nobody had been there for so long. */
const away = ({ pool }: Database, minutes: number) =>
  pool.query(
    `update graphile_worker._private_known_crontabs
     set known_since = $1::timestamptz - interval '2 days', last_execution = $1::timestamptz - make_interval(mins => $2)`,
    [new Date(), minutes],
  );
const nothingWaits = async ({ pool }: Database) =>
  (await pool.query("select from graphile_worker.jobs where task_identifier like 'test-%'")).rows.length === 0;

describe.each(engines)('chores on %s', (engine) => {
  test('at a tick each is done once, however many replicas there are', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    const second = engine === 'postgres' && database.url ? await openAt(database.url) : null;
    if (second) open.push(second.close);
    const done: Done[] = [];
    const chores = [{}, {}, { everyMinutes: 1 as const }];
    shortlyBeforeATick();
    start(database.pool, 'a', done, chores);
    if (second) start(second.pool, 'b', done, chores);
    await until(async () => (await known(database, 'test-2'))?.last != null && (await nothingWaits(database)));
    expect(done.map(({ name }) => name).sort()).toEqual(['test-0', 'test-1', 'test-2']);
  });

  test('a tick that nobody was there for is made good once, not one for each that was missed', {
    timeout: 120_000,
  }, async () => {
    const database = await empty(engine);
    const done: Done[] = [];
    farFromATick();
    const stop = start(database.pool, 'a', [], [{ name: 'test-late' }]);
    await until(async () => (await known(database, 'test-late')) !== undefined);
    await stop();
    await away(database, 200);
    start(database.pool, 'b', done, [{ name: 'test-late' }]);
    await until(async () => done.length > 0 && (await nothingWaits(database)));
    expect(done).toEqual([{ by: 'b', name: 'test-late' }]);
  });

  test('what failed is told without its reason, and tried again', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    const [done, troubles]: [Done[], string[]] = [[], []];
    let fails = true;
    const work = async () => {
      if (!fails) return;
      fails = false;
      throw new Error('planted: tên của một người');
    };
    shortlyBeforeATick();
    start(database.pool, 'a', done, [{ name: 'test-fails', work }], troubles);
    await until(() => troubles.length > 0);
    await until(
      async () => (await database.pool.query('select from graphile_worker.jobs where attempts = 1')).rows.length > 0,
    );
    const { rows } = await database.pool.query('select last_error from graphile_worker.jobs');
    expect(JSON.stringify(rows)).not.toContain('planted');
    await until(async () => done.length === 2 && (await nothingWaits(database)));
    expect(troubles).toEqual(['chore-failed']);
  });

  test('a bell that failed is rung again by whoever is there', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    const rung: string[] = [];
    const troubles: string[] = [];
    let notices: Notice[] = [{ case: 'a1b2c3d4e5f6', urgency: 'soon', kind: 'new' }];
    const bells: Bells = {
      desk: [
        {
          ring: async (text) => {
            rung.push(text);
            if (rung.length === 1) throw new Error('broken');
          },
        },
      ],
      supervisor: [],
    };
    const { chores, tasks } = bellWork(database.pool, {
      bells,
      cases: { takeNotices: async () => notices.splice(0) },
      now: () => new Date(),
      onTrouble: (code) => troubles.push(code),
    });
    notices = [...notices];
    shortlyBeforeATick();
    open.unshift(keepChores({ pool: database.pool, chores, tasks, onTrouble: (code) => troubles.push(code) }));
    await until(async () => rung.length === 2);
    expect(new Set(rung).size).toBe(1);
    expect(troubles).toEqual(['notice-not-sent']);
  });
});

describe.skipIf(!(engines as readonly string[]).includes('postgres'))('a replica that dies', () => {
  test('over a chore leaves it to the next tick of another', { timeout: 120_000 }, async () => {
    const database = await empty('postgres');
    const second = await openAt(database.url ?? '');
    open.push(second.close);
    const done: Done[] = [];
    shortlyBeforeATick();
    // It never ends, as in a process that was killed: its job stays locked.
    let dies = () => {};
    const stop = start(database.pool, 'dead', done, [
      { name: 'test-dies', work: () => new Promise<void>((resolve) => (dies = resolve)) },
    ]);
    await until(() => done.length === 1);
    farFromATick();
    await away(database, 11);
    start(second.pool, 'b', done, [{ name: 'test-dies' }]);
    await until(() => done.length === 2);
    expect(done.map(({ by }) => by)).toEqual(['dead', 'b']);
    dies();
    await stop();
  });
});
