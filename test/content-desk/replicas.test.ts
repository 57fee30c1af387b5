import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LiveContent } from '../../src/live/content.ts';
import { contentDesk } from '../../src/live/desk.ts';
import { contentStore } from '../../src/postgres/content/store.ts';
import { auditLog } from '../../src/postgres/officers/audit.ts';
import { makeParts } from '../fakes.ts';
import { engines, openAt, openEmpty, until } from '../worker/house.ts';
import { bodyOf, openLive } from './house.ts';

// Knowledge is read anew again and again: long on a slow machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const key = { kind: 'reply', id: 'menu' } as const;
const auditKey = Buffer.alloc(32, 1);
const opened: LiveContent[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.stop();
});

const lan = { name: 'lan.soan', at: new Date('2026-11-26T02:00:00Z') };
const mai = { name: 'mai.duyet', at: new Date('2026-11-26T02:01:00Z') };

describe.each(engines)('on the %s database', (engine) => {
  /** A replica that watches by itself, and the desk on it. */
  async function replica(pool: Awaited<ReturnType<typeof openEmpty>>['pool']) {
    const store = contentStore(pool, auditKey);
    const live = await openLive(store, undefined, 20);
    opened.push(live);
    const reading = () => ({ operator: 'Trung tâm thử nghiệm', today: '2026-11-26' });
    return { live, store, desk: contentDesk(store, { content: live, steady: makeParts(), reading }) };
  }

  test('what is published, taken back or switched on one replica is so on the other, without anybody telling it', async () => {
    const database = await openEmpty(engine);
    const other = database.url === undefined ? database : await openAt(database.url);
    const [here, there] = [await replica(database.pool), await replica(other.pool)];
    const told = () => there.live.current().live().replies.get('menu').bubbles.join();
    const text = `${bodyOf(key).text} Bạn cứ hỏi nhé.`;
    await here.desk.save(key, { seen: 0, body: { text }, file: '', from: null }, lan);
    await here.desk.offer(key, 1, lan);
    expect(await here.desk.publish(key, 2, null, mai)).toEqual({ kind: 'done' });
    await until(async () => told().includes('Bạn cứ hỏi nhé.'));
    await here.desk.turn({ reason: 'fault', note: '' }, mai);
    await until(async () => there.live.current().live().answersOff);
    await here.desk.takeBack(key, 0, mai);
    await until(async () => !told().includes('Bạn cứ hỏi nhé.'));
    await here.desk.turn(null, mai);
    await until(async () => !there.live.current().live().answersOff);
    if (other !== database) await other.close();
    await database.close();
  });

  test('of many who save, publish or take back at once, one is first and the others are told; the log holds', async () => {
    const database = await openEmpty(engine);
    const { desk, store } = await replica(database.pool);
    const seen = (await store.draft(key))?.version ?? 0;
    const texts = Array.from({ length: 6 }, (_, at) => `${bodyOf(key).text} Bản ${at}.`);
    const saved = await Promise.all(
      texts.map((text, at) =>
        desk.save(key, { seen, body: { text }, file: '', from: null }, { ...lan, name: `lan.${at}` }),
      ),
    );
    expect(saved.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(saved.filter(({ kind }) => kind === 'overtaken')).toHaveLength(5);
    await desk.offer(key, seen + 1, lan);
    const published = await Promise.all(Array.from({ length: 4 }, () => desk.publish(key, seen + 2, null, mai)));
    expect(published.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const back = await Promise.all(Array.from({ length: 4 }, () => desk.takeBack(key, 0, mai)));
    expect(back.filter(({ kind }) => kind === 'done').length).toBeGreaterThan(0);
    expect(await auditLog(database.pool, auditKey).verify()).toMatchObject({ kind: 'whole' });
    await database.close();
  });
});
