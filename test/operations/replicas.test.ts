import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDatabase, type Server, serverPrograms, startServer } from '../../src/bench/private-server.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { migrate, migrationFiles } from '../../src/postgres/migrate.ts';
import { openDatabase } from '../../src/postgres/open.ts';
import { type PassageRow, replacePassages } from '../../src/postgres/passages.ts';

describe.skipIf(serverPrograms() === null)('replicas on one server', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const passages = (text: string): PassageRow[] =>
    Array.from({ length: 40 }, (_, at) => ({
      id: `${text}-${at}`,
      document: 'x',
      locator: `Điều ${at}`,
      kind: 'text',
      inForceFrom: '2020-01-01',
      inForceTo: null,
      words: [[at + 1, 1]],
    }));
  const open = (databaseUrl: string, version: string) =>
    openDatabase({
      databaseUrl,
      dataDir: '',
      snapshotDir: '',
      fingerprint: version,
      prepare: (database) =>
        replacePassages(
          database,
          () => passages(version),
          version,
          () => {},
        ),
      onProgress: () => {},
    });
  const ids = async (pool: pg.Pool) =>
    (await pool.query('select id from passage order by id')).rows.map(({ id }) => String(id));

  test('that start together make the tables once and load the content once', async () => {
    const url = await newDatabase(server);
    const replicas = await Promise.all(Array.from({ length: 5 }, () => open(url, 'one')));
    const [first] = replicas;
    expect(first && (await ids(first.pool))).toHaveLength(40);
    const { rows } = (await first?.pool.query('select name from migration order by name')) ?? { rows: [] };
    expect(rows.map(({ name }) => name)).toEqual(migrationFiles().map(({ name }) => name));
    await Promise.all(replicas.map((one) => one.close()));
  });

  test('of an old and a new version stand side by side, whichever starts last', async () => {
    const url = await newDatabase(server);
    const pool = new pg.Pool({ connectionString: url });
    const all = migrationFiles();
    const before = all.slice(0, -1);
    await migrate(pool, before);
    const old = conversationStore(pool);
    await migrate(pool, all);
    // The old one, still running and started anew, takes no offence at what it does not know.
    expect(await old.load('a', new Date())).toEqual({ stage: 'new' });
    await migrate(pool, before);
    const [newer, older] = await Promise.all([open(url, 'two'), open(url, 'one')]);
    const held = await ids(newer.pool);
    expect(held).toHaveLength(40);
    expect(new Set(held.map((id) => id.split('-')[0])).size).toBe(1);
    await Promise.all([newer.close(), older.close(), pool.end()]);
  });
});
