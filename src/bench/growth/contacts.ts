import type { Pool } from 'pg';
import { hourOf } from '../../core/fact.ts';
import type { TurnRecord } from '../../core/ports.ts';
import { conversationStore } from '../../postgres/conversations.ts';
import { forgetExpired } from '../../postgres/expire.ts';
import { countDays } from '../../postgres/measures/count-days.ts';
import { openDatabase } from '../../postgres/open.ts';
import { rows } from '../../postgres/sql.ts';
import { looksAt, pagesOver, putFacts, timed } from '../dashboard.ts';
import { newDatabase, startServer } from '../private-server.ts';
import { percentile, round } from '../table.ts';

export type ContactsSize = { conversations: number; facts: number };

/** What so many people and facts cost a database that has nothing else to do. */
export type ContactsCost = ContactsSize & {
  loadP50ms: number;
  loadP95ms: number;
  recordP50ms: number;
  recordP95ms: number;
  /** Recording the turn that finds a hundredth of all talks past their time. */
  recordAfterQuietMs: number;
  /** Looking for what is past its time: a tenth of all talks, ids of messages, updates and idle lanes. */
  forgetMs: number;
  /** Counting all days of the year, as after a year of doing nothing; and the one day of every night. */
  countYearMs: number;
  countDayMs: number;
  overviewColdP95ms: number;
  overviewP95ms: number;
  databaseMb: number;
  factMb: number;
  talkMb: number;
};

/** Fills a private server to several sizes, each in a database of its own, and measures what turns, sweeps and officers ask of it. */
export async function growContacts(
  sizes: readonly ContactsSize[],
  options: { turns: number; onProgress: (step: string) => void },
): Promise<ContactsCost[]> {
  const server = await startServer();
  try {
    const costs: ContactsCost[] = [];
    for (const size of sizes) {
      options.onProgress(`${size.conversations} conversations, ${size.facts} facts`);
      const prepared = { dataDir: '', snapshotDir: '', fingerprint: '', prepare: async () => {}, onProgress: () => {} };
      const database = await openDatabase({ databaseUrl: await newDatabase(server), ...prepared });
      try {
        costs.push(await measured(database.pool, size, options.turns));
      } finally {
        await database.close();
      }
    }
    return costs;
  } finally {
    await server.stop();
  }
}

async function measured(pool: Pool, size: ContactsSize, turns: number): Promise<ContactsCost> {
  const now = new Date();
  await putTalks(pool, size.conversations, now);
  await putFacts(pool, size.facts, now);
  await pool.query('vacuum analyze');
  const countYearMs = await msOf(() => countDays(pool, now));
  // The night after: one day more is over.
  const countDayMs = await msOf(() => countDays(pool, new Date(now.getTime() + 24 * 3_600_000)));
  await pool.query('vacuum analyze');
  const [load, record] = await turnsOn(pool, size.conversations, turns, now);
  const looks = looksAt(now);
  const cold = await timed(looks.slice(0, 6), () => pagesOver(pool, now));
  const warmed = pagesOver(pool, now);
  await timed(looks, () => warmed);
  const warm = await timed(looks, () => warmed);
  const mbOf = async (...tables: string[]) => {
    const [sum] = await rows<{ mb: number }>(
      pool,
      'select sum(pg_total_relation_size(name::regclass))::float8 / 1048576 as mb from unnest($1::text[]) as name',
      [tables],
    );
    return Math.round(sum?.mb ?? 0);
  };
  const [whole] = await rows<{ mb: number }>(
    pool,
    'select pg_database_size(current_database())::float8 / 1048576 as mb',
  );
  const databaseMb = Math.round(whole?.mb ?? 0);
  const [factMb, talkMb] = [await mbOf('fact'), await mbOf('conversation', 'lane', 'erasable', 'update_seen')];
  await pastTheirTime(pool, 100, now);
  const recordAfterQuietMs = await msOf(() => conversationStore(pool).record(turnOf('quiet', now), now));
  await pastTheirTime(pool, 10, now);
  const forgetMs = await msOf(() => forgetExpired(pool));
  return {
    ...size,
    loadP50ms: percentile(load, 0.5),
    loadP95ms: percentile(load, 0.95),
    recordP50ms: percentile(record, 0.5),
    recordP95ms: percentile(record, 0.95),
    recordAfterQuietMs,
    forgetMs,
    countYearMs,
    countDayMs,
    overviewColdP95ms: percentile(cold, 0.95),
    overviewP95ms: percentile(warm, 0.95),
    databaseMb,
    factMb,
    talkMb,
  };
}

/** So many talks under way, with what each leaves in the queue's tables: an idle lane, two message ids, an update taken. */
async function putTalks(pool: Pool, count: number, now: Date): Promise<void> {
  const state = { seenAt: now, topic: { passages: ['a', 'b', 'c'], shown: 1, offered: ['1', '2'] }, care: null };
  for (const statement of [
    `insert into conversation (contact, state, seen_at, expires_at)
     select md5(at::text), $3::jsonb, $2::timestamptz, $2::timestamptz + interval '1 day' from generate_series(1, $1::int) at`,
    `insert into lane (contact, holder, held_until)
     select md5(at::text), null, $2::timestamptz from generate_series(1, $1::int) at where $3::jsonb is not null`,
    `insert into erasable (channel, contact, sealed, expires_at)
     select 'telegram', md5((at / 2)::text), sha256(at::text::bytea), $2::timestamptz + interval '1 day'
     from generate_series(1, 2 * $1::int) at where $3::jsonb is not null`,
    `insert into update_seen (channel, update_id, seen_at)
     select 'telegram', at::text, $2::timestamptz from generate_series(1, $1::int) at where $3::jsonb is not null`,
  ])
    await pool.query(statement, [count, now, JSON.stringify(state)]);
}

/** Puts one of so many talks and message ids past their time. */
async function pastTheirTime(pool: Pool, oneOf: number, now: Date): Promise<void> {
  for (const table of ['conversation', 'erasable'])
    await pool.query(
      `update ${table} set expires_at = $2::timestamptz - interval '1 minute' where hashtext(contact) % $1 = 0`,
      [oneOf, now],
    );
  await pool.query('vacuum analyze');
}

/** Reads and records so many turns of people spread over all; how long each took. */
async function turnsOn(
  pool: Pool,
  people: number,
  turns: number,
  now: Date,
): Promise<[load: number[], record: number[]]> {
  const store = conversationStore(pool);
  const [load, record]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < turns; nth++) {
    const contact = await contactAt(pool, 1 + ((nth * 7919) % people));
    load.push(await msOf(() => store.load(contact, now)));
    record.push(await msOf(() => store.record(turnOf(contact, now), now)));
  }
  return [load, record];
}

async function contactAt(pool: Pool, at: number): Promise<string> {
  const [row] = await rows<{ contact: string }>(pool, 'select md5($1::int::text) as contact', [at]);
  return row?.contact ?? '';
}

function turnOf(contact: string, now: Date): TurnRecord {
  const topic = { passages: ['a'], shown: 1, offered: ['1'] };
  return {
    contact,
    next: { stage: 'open', seenAt: now, topic, care: null },
    fact: {
      bucket: hourOf(now),
      channel: 'telegram',
      topic: 'a',
      document: 'b',
      outcome: 'answer',
      level: 'none',
      latencyMs: 5,
      feedback: null,
      knownFor: 'day',
    },
  };
}

async function msOf(doing: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await doing();
  return round(performance.now() - from);
}
