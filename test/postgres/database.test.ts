import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Conversation, Play } from '../../src/core/conversation.ts';
import { pairedWords } from '../../src/core/search/index-passages.ts';
import { memorySearch } from '../../src/core/search/memory-search.ts';
import { makeQuery } from '../../src/core/search/query.ts';
import { wordsOf } from '../../src/core/search/terms.ts';
import { fold } from '../../src/core/vietnamese/fold.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { lockFolder } from '../../src/postgres/folder-lock.ts';
import { migrate, migrationFiles } from '../../src/postgres/migrate.ts';
import { type Database, openDatabase, openScratch } from '../../src/postgres/open.ts';
import { type PassageRow, replacePassages, searchPassages } from '../../src/postgres/passages.ts';
import { library } from '../fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-db-'));
const quiet = () => {};
const passages: PassageRow[] = library.index.rows.flatMap((row) => {
  const one = library.knowledge.passages.get(row.id);
  return one ? [{ ...one, kind: one.facts.kind, words: pairedWords(row) }] : [];
});
const prepare = (database: Pick<Database, 'pool' | 'vector'>) => replacePassages(database, () => passages, 'f1', quiet);
const options = (dataDir: string) => ({
  dataDir,
  snapshotDir: join(folder, 'prepared'),
  fingerprint: 'f1',
  prepare,
  onProgress: quiet,
});

let database: Database;
beforeAll(async () => {
  database = await openDatabase(options(join(folder, 'a')));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('search', () => {
  const questions = [
    'bao nhiêu tuổi được kết hôn',
    'cấm tiếp xúc mấy ngày',
    'chỉ tiêu lãnh đạo nữ 2030',
    'việc nhà của ai',
  ];
  const memory = memorySearch(library.index.rows, (id) => library.knowledge.passages.get(id));
  const day = '2026-11-24';

  test.each(questions.flatMap((one) => [one, fold(one)]))('both adapters rank "%s" alike', async (question) => {
    const query = makeQuery([{ words: wordsOf(question), weight: 1 }], library.index.idf);
    const sql = await searchPassages(database.pool, query.weights, 10, day);
    const here = await memory.search(query, 10, day);
    expect(sql.length).toBe(10);
    for (const [at, hit] of sql.entries()) expect(hit.score).toBeCloseTo(here[at]?.score ?? 0, 3);
    // Equal scores may swap between single and double precision; the sets must agree.
    expect(new Set(sql.map((one) => one.id))).toEqual(new Set(here.map((one) => one.id)));
  });

  test('a passage is found only on days it is in force', async () => {
    const scratch = await openScratch({ prepare: async () => {} });
    const row = (id: string, from: string, to: string | null): PassageRow => ({
      id,
      document: 'd',
      locator: 'l',
      kind: 'text',
      inForceFrom: from,
      inForceTo: to,
      words: [[5, 1]],
    });
    await replacePassages(
      scratch,
      () => [row('old', '2020-01-01', '2026-04-30'), row('new', '2026-05-01', null), row('b', '2026-05-01', null)],
      'x',
      quiet,
    );
    const on = async (when: string) => (await searchPassages(scratch.pool, [[5, 2]], 9, when)).map((hit) => hit.id);
    expect(await on('2026-04-30')).toEqual(['old']);
    expect(await on('2026-05-01')).toEqual(['b', 'new']);
    expect(await on('2019-12-31')).toEqual([]);
    await scratch.close();
  });

  test('loading the same content again writes nothing; other content replaces it', async () => {
    expect(await replacePassages(database, () => passages, 'f1', quiet)).toBe(0);
    expect(await replacePassages(database, () => passages, 'f2', quiet)).toBe(passages.length);
  });
});

describe('conversations', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  const next = { stage: 'open', seenAt: now, topic: { passages: ['x'], shown: 0, offered: [] }, care: null } as const;
  const fact = {
    bucket: now,
    channel: 'web',
    topic: 'x',
    document: null,
    outcome: 'answer',
    level: 'none',
    latencyMs: 3,
    feedback: null,
  } as const;

  test('a talk is kept, forgotten after half an hour, and erased in one word', async () => {
    const store = conversationStore(database.pool);
    expect(await store.load('a', now)).toEqual({ stage: 'new' });
    await store.record(
      { contact: 'a', next: { ...next, topic: { ...next.topic, passages: ['x'], offered: [] } }, fact },
      now,
    );
    expect(await store.load('a', now)).toEqual(next);
    expect(await store.load('a', new Date(now.getTime() + 31 * 60_000))).toEqual({ stage: 'new' });
    await store.erase('a');
    expect(await store.load('a', now)).toEqual({ stage: 'new' });
    await store.erase('a');
  });

  test('a game is kept in ids and counts, and its end as a fact that tells nobody', async () => {
    const store = conversationStore(database.pool);
    const plays: Play[] = [
      { kind: 'path', path: 'co-ban', step: 2, before: 1, after: 0 },
      { kind: 'set', group: 'pupils', ids: ['a', 'b'], at: 1, right: 1, run: 1, longest: 1, seen: ['a'] },
    ];
    const talk: Conversation = { stage: 'open', seenAt: now, topic: null, care: null };
    for (const play of plays) {
      await store.record({ contact: 'g', next: { ...talk, play }, fact }, now);
      expect(await store.load('g', now)).toEqual({ ...talk, play });
    }
    const learned = { what: 'path', asked: 3, before: 1, right: 3 } as const;
    await store.record({ contact: 'g', next: talk, fact: { ...fact, topic: 'path-co-ban', learned } }, now);
    const { rows } = await database.pool.query('select * from fact where learned is not null');
    expect(rows).toMatchObject([{ topic: 'path-co-ban', learned: 'path', asked: 3, right_before: 1, right_after: 3 }]);
    expect(Object.keys(rows[0] ?? {})).not.toContain('contact');
    await store.erase('g');
  });

  test('what expired is gone from the table at the next turn of anybody', async () => {
    const store = conversationStore(database.pool);
    const turn = { next: { ...next, topic: null }, fact };
    await store.record({ contact: 'old', ...turn }, now);
    await store.record(
      { contact: 'young', ...turn, next: { ...turn.next, seenAt: new Date(now.getTime() + 3_600_000) } },
      new Date(now.getTime() + 3_600_000),
    );
    const { rows } = await database.pool.query('select contact from conversation');
    expect(rows.map((row) => row.contact)).toEqual(['young']);
  });
});

describe('migrations', () => {
  test('run once; an edited one is refused', async () => {
    expect(await migrate(database.pool)).toBe(true);
    const edited = migrationFiles().map((one) => ({ ...one, text: `${one.text}\n-- edited` }));
    await expect(migrate(database.pool, edited)).rejects.toMatchObject({ code: 'migration-failed' });
  });

  test('a failing one leaves nothing behind', async () => {
    const bad = [...migrationFiles(), { name: '9999-bad.sql', text: 'create table half (id int); select nonsense;' }];
    await expect(migrate(database.pool, bad)).rejects.toMatchObject({ code: 'migration-failed' });
    const { rows } = await database.pool.query("select to_regclass('half') as half");
    expect(rows[0].half).toBeNull();
  });
});

describe('the folder', () => {
  const holder = `import { lockFolder } from './src/postgres/folder-lock.ts'; lockFolder(process.argv[1]); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const hold = (file: string) =>
    new Promise<ReturnType<typeof spawn>>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holder, file], {
        cwd: new URL('../..', import.meta.url).pathname,
      });
      child.stdout.once('data', () => resolve(child));
    });

  test('a second process is refused while the first lives, and let in when it was killed', async () => {
    const file = join(folder, 'x.lock');
    const child = await hold(file);
    expect(() => lockFolder(file)).toThrowError(/đang được một Hoa Ban khác dùng/);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const release = lockFolder(file);
    expect(existsSync(file)).toBe(true);
    release();
    expect(existsSync(file)).toBe(false);
  });

  test('a number that another process has by now does not keep the folder locked', () => {
    const file = join(folder, 'y.lock');
    writeFileSync(file, `${process.pid} 1`);
    lockFolder(file)();
  });

  test('opening the service’s folder twice is refused with one clear line', async () => {
    await expect(openDatabase(options(join(folder, 'a')))).rejects.toMatchObject({ code: 'folder-in-use' });
  });

  test('a first start leaves a snapshot, and a later first start uses it; a broken one is passed over', async () => {
    const kept = readdirSync(join(folder, 'prepared'));
    expect(kept).toEqual(['prepared-f1.tar.gz']);
    const count = async (one: Database) => (await one.pool.query('select count(*)::int as n from passage')).rows[0].n;
    const scratch = await openScratch({ ...options(folder), prepare: async () => {} });
    expect(await count(scratch)).toBe(passages.length);
    await scratch.close();
    writeFileSync(join(folder, 'prepared', 'prepared-f1.tar.gz'), 'broken');
    const again = await openScratch(options(folder));
    expect(await count(again)).toBe(passages.length);
    await again.close();
  });

  test('a path that is not a folder is one clear line', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    await expect(openDatabase(options(file))).rejects.toMatchObject({ code: 'folder-unreadable' });
  });
});
