import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverPrograms } from '../../src/bench/private-server.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import { type Database, openDatabase } from '../../src/postgres/open.ts';
import { openQueue } from '../../src/queue.ts';
import { makeThinking, turnOf } from '../../src/turn/turn.ts';
import { makeParts, replies } from '../fakes.ts';
import { count, engines, fakeChannel, incoming, openEmpty, sentAs, until } from './house.ts';

/** Words and numbers of an invented person that must never be found anywhere. */
const planted = ['Páo Văn Thử', 'Lùng Phình Giả', 'mật khẩu hoa mận', 'chat-8675309', 'm-tin-8675309'];
const messages = [
  `tối qua em bị chồng là ${planted[0]} đánh ở ${planted[1]}`,
  `hôm nay lại thế, ${planted[2]}`,
  `bao nhiêu tuổi được kết hôn, em tên ${planted[0]}`,
  'SOS',
];

/** The planted words found in text or bytes, also where the bytes are shown as hexadecimal or base 64. */
function foundIn(bytes: Buffer | string): string[] {
  const whole = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  return planted.filter((word) => {
    const raw = Buffer.from(word);
    return [raw, Buffer.from(raw.toString('hex')), Buffer.from(JSON.stringify(word).slice(1, -1))].some((form) =>
      whole.includes(form),
    );
  });
}

async function tablesOf(database: Database): Promise<string> {
  const { rows: tables } = await database.pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const dumps = [];
  for (const { name } of tables)
    dumps.push(JSON.stringify((await database.pool.query(`select t::text as row from ${name} t`)).rows));
  return dumps.join('\n');
}

/** What an operator's backup of a server holds. */
function dumpOf(url: string): Buffer {
  return execFileSync(join(serverPrograms() ?? '', 'pg_dump'), [url], { maxBuffer: 256 * 1024 * 1024 });
}

function filesOf(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file));
}

/**
 * Runs the messages through the real turn; the first time nothing can be sent, so that all of it waits. `look` gives what
 * is to be scanned while it waits and after.
 */
async function run<T>(database: Database, look: () => T | Promise<T>): Promise<{ waiting: T; after: T; logs: string }> {
  const logs: string[] = [];
  const parts = makeParts({
    conversations: conversationStore(database.pool),
    now: () => new Date(),
    onTrouble: (code) => logs.push(code),
  });
  const thinking = makeThinking(parts);
  let isDown = true;
  const channel = fakeChannel(() => (isDown ? { kind: 'retry', afterSeconds: 0.2 } : sentAs('m-tin-8675309-')));
  const queue = await openQueue({
    bot: { database, replies, thinking, turn: turnOf(thinking) },
    senders: new Map([['telegram', channel.sender]]),
    queueKey: ['an invented key of thirty-two characters'],
    onTrouble: (code) => logs.push(code),
  });
  for (const text of messages)
    await queue.accept({
      ...incoming('0f'.repeat(32), text),
      address: 'chat-8675309',
      messageIds: ['m-tin-8675309'],
    });
  await until(() => channel.calls.length > 0);
  const waiting = await look();
  isDown = false;
  await until(async () => (await count(database, 'inbox')) === 0 && (await count(database, 'outbox')) === 0);
  const after = await look();
  await queue.stop();
  expect(channel.sent.length).toBeGreaterThanOrEqual(messages.length);
  return { waiting, after, logs: logs.join('\n') };
}

test.each(engines)(
  'no planted word is in any table of the %s database, neither while it waits nor after',
  async (engine) => {
    const database = await openEmpty(engine);
    const { waiting, after, logs } = await run(database, () => tablesOf(database));
    expect(foundIn(waiting)).toEqual([]);
    expect(foundIn(after)).toEqual([]);
    expect(foundIn(logs)).toEqual([]);
    await database.close();
  },
);

test('no planted word is in any file of the data folder, logs of the database included', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-words-'));
  const open = () =>
    openDatabase({
      dataDir,
      snapshotDir: join(dataDir, 'prepared'),
      fingerprint: 'none',
      prepare: async () => {},
      onProgress: () => {},
    });
  const database = await open();
  await run(database, () => {});
  await database.pool.query('checkpoint');
  const files = filesOf(dataDir);
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(foundIn)).toEqual([]);
  // The control: what was stored plainly would have been found, in the files and in the tables.
  await storePlainly(database);
  await database.pool.query('checkpoint');
  expect(filesOf(dataDir).flatMap(foundIn)).toContain(planted[0]);
  expect(foundIn(await tablesOf(database))).toContain(planted[0]);
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test.skipIf(!engines.some((engine) => engine === 'postgres'))(
  'no planted word is in a dump of the server, neither while it waits nor after',
  async () => {
    const database = await openEmpty('postgres');
    const url = database.url ?? '';
    const { waiting, after } = await run(database, () => dumpOf(url));
    expect(waiting.includes('inbox')).toBe(true);
    expect([waiting, after].flatMap(foundIn)).toEqual([]);
    await storePlainly(database);
    expect(foundIn(dumpOf(url))).toContain(planted[0]);
    await database.close();
  },
);

/** What a forgotten seal would do. */
async function storePlainly(database: Database): Promise<void> {
  await database.pool.query(
    `insert into inbox (channel, update_id, contact, sealed, received_at) values ('telegram', 'plain', 'a', $1, now())`,
    [Buffer.from(messages[0] ?? '')],
  );
}

test('the scan would find a planted word', () => {
  expect(foundIn(`x ${planted[0]} y`)).toEqual([planted[0]]);
  expect(foundIn(Buffer.from(planted[1] ?? '').toString('hex'))).toEqual([planted[1]]);
});

test('a sealed value opens only with its key, in its place, and whole', () => {
  const seal = makeSeal('a secret');
  const sealed = seal.close('lời kể', 'inbox:1');
  expect(seal.open(sealed, 'inbox:1')).toBe('lời kể');
  expect(seal.open(sealed, 'inbox:2')).toBeNull();
  expect(makeSeal('another').open(sealed, 'inbox:1')).toBeNull();
  expect(seal.open(sealed.subarray(0, 20), 'inbox:1')).toBeNull();
  expect(seal.open(Buffer.alloc(0), 'inbox:1')).toBeNull();
  const bent = Buffer.from(sealed);
  bent[bent.length - 1] = (bent[bent.length - 1] ?? 0) ^ 1;
  expect(seal.open(bent, 'inbox:1')).toBeNull();
  expect(seal.close('lời kể', 'inbox:1').equals(sealed)).toBe(false);
});
