import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closingNews } from '../../src/closing-news.ts';
import { parseConfig } from '../../src/config.ts';
import { closingStage, erasedFrom } from '../../src/core/closing.ts';
import { plainReply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { eraseWhenDue, noteClosing } from '../../src/postgres/closing.ts';
import { type Database, openScratch } from '../../src/postgres/open.ts';
import { closing } from '../../src/turn/closing.ts';
import type { Thought } from '../../src/turn/turn.ts';
import { replies } from '../fakes.ts';

const closesOn = '2027-03-31';

test('a day is told before it comes, and what is kept stays thirty days after the later of end and setting', () => {
  expect(closingStage(null, '2027-03-30')).toBe('open');
  expect(closingStage(closesOn, '2027-03-30')).toBe('announced');
  expect(closingStage(closesOn, '2027-03-31')).toBe('closed');
  expect(erasedFrom(closesOn, '2027-01-01')).toBe('2027-04-30');
  expect(erasedFrom('2020-01-01', '2027-01-01')).toBe('2027-01-31');
});

test('the setting must be a day', () => {
  expect(parseConfig({ CLOSES_ON: closesOn }).operations.closesOn).toBe(closesOn);
  expect(() => parseConfig({ CLOSES_ON: '31/3/2027' })).toThrow(/CLOSES_ON: phải là một ngày/);
  expect(() => parseConfig({ CLOSES_ON: '2027-02-31' })).toThrow(/CLOSES_ON/);
});

test('the operator is told what happens when', () => {
  expect(closingNews(null, '2027-01-01')).toEqual([]);
  expect(closingNews(closesOn, '2027-01-01')[0]).toMatch(/hẹn ngừng từ ngày 31\/3\/2027.*không trước 30\/4\/2027/);
  expect(closingNews(closesOn, '2027-04-01')[0]).toMatch(/Đã ngừng từ ngày 31\/3\/2027/);
});

describe('a turn', () => {
  const at = new Date('2027-03-01T00:00:00Z');
  const update: Update = {
    id: '1',
    channel: 'web',
    contact: 'a',
    sentAt: at,
    content: { kind: 'unsupported', what: 'empty' } as never,
  };
  const thought = (more: Partial<Thought['reply']>, ordinary = true): Thought => ({
    reply: { ...plainReply(['một câu trả lời'], 'answer'), ...more },
    record: {
      contact: 'a',
      next: { stage: 'open', seenAt: at, topic: { passages: ['x'], shown: 0, offered: ['y'] }, care: null },
      fact: {
        bucket: at,
        channel: 'web',
        topic: 'x',
        document: 'y',
        outcome: 'answer',
        level: 'none',
        latencyMs: 1,
        feedback: null,
      },
    },
    at,
    ordinary,
  });
  const think = (given: Thought, today: string) =>
    closing({ think: async () => given, record: async () => {} }, { closesOn, today: () => today, replies }).think(
      update,
    );

  test('before the day: the new talk is told once, with the day; nothing else changes', async () => {
    const told = await think(thought({ welcome: 'Chào' }), '2027-03-01');
    expect(told.reply.bubbles).toEqual(['một câu trả lời']);
    expect(told.reply.welcome).toMatch(/^Chào\n\n.*từ ngày 31\/3\/2027/s);
    const later = thought({});
    expect(await think(later, '2027-03-01')).toBe(later);
  });

  test('from the day on: a question gets the fixed words with the lines, and nothing to pick from', async () => {
    const { reply, record } = await think(thought({ welcome: 'Chào' }), '2027-04-01');
    expect(reply).toMatchObject({ outcome: 'decline', level: 'none', helpOffered: true, offers: [], welcome: null });
    expect(reply.bubbles.join(' ')).toMatch(/ngừng trả lời.*113.*115.*111/s);
    expect(record?.next).toMatchObject({ topic: null });
    expect(record?.fact).toMatchObject({ outcome: 'decline', document: null });
  });

  test('a cry for help, an erasure and the desk stay as they are', async () => {
    const help = thought({ outcome: 'help', level: 'support' }, false);
    expect(await think(help, '2027-04-01')).toBe(help);
    const erased = { ...thought({}, false), record: null };
    expect(await think(erased, '2027-04-01')).toBe(erased);
  });

  test('without the fixed words the turn is what it would have been', async () => {
    const broken = {
      get: () => {
        throw new Error('no words');
      },
    };
    const given = thought({});
    const kind = closing(
      { think: async () => given, record: async () => {} },
      { closesOn, today: () => '2027-04-01', replies: broken },
    );
    expect(await kind.think(update)).toBe(given);
  });
});

describe('the database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openScratch({ prepare: async () => {} });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query('truncate closing, desk_talk, fact');
    await database.pool.query(
      "insert into desk_talk (contact, stamp, sealed, expires_at) values ('a', 'x', '\\x00', now())",
    );
  });
  const left = async () => (await database.pool.query('select from desk_talk')).rowCount;
  const due = (on: string, today: string) => eraseWhenDue(database.pool, on, today);

  test('erases nothing before its day, everything of people after it, and leaves what the program needs', async () => {
    expect(await noteClosing(database.pool, closesOn, '2027-03-01')).toBe('2027-03-01');
    expect(await due(closesOn, '2027-04-29')).toBe(false);
    expect(await left()).toBe(1);
    expect(await due(closesOn, '2027-04-30')).toBe(true);
    expect(await left()).toBe(0);
    expect(await due(closesOn, '2027-05-01')).toBe(true);
    const { rows } = await database.pool.query('select count(*)::int as n from migration');
    expect(rows[0].n).toBeGreaterThan(0);
  });

  test('a wrong day in the past closes at once but erases only thirty days after it was set', async () => {
    await noteClosing(database.pool, '2020-01-01', '2027-03-01');
    expect(await due('2020-01-01', '2027-03-30')).toBe(false);
    expect(await due('2020-01-01', '2027-03-31')).toBe(true);
  });

  test('taking the setting back, or another day, begins anew', async () => {
    await noteClosing(database.pool, closesOn, '2027-03-01');
    expect(await noteClosing(database.pool, closesOn, '2027-03-20')).toBe('2027-03-01');
    expect(await due('2027-04-15', '2028-01-01')).toBe(false);
    expect(await noteClosing(database.pool, '2027-04-15', '2027-03-20')).toBe('2027-03-20');
    expect(await noteClosing(database.pool, null, '2027-03-21')).toBeNull();
    expect(await due('2027-04-15', '2028-01-01')).toBe(false);
    expect(await left()).toBe(1);
  });
});
