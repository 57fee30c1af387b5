import { Hono } from 'hono';
import type { Pool } from 'pg';
import { localDay } from '../core/local-day.ts';
import { addToMonth, monthOf } from '../core/measures/month.ts';
import type { FiguresDoor } from '../dashboard/figures/door.ts';
import { channels } from '../dashboard/figures/look.ts';
import { figureRoutes } from '../dashboard/figures/routes.ts';
import type { Env } from '../dashboard/house.ts';
import { countDays } from '../postgres/measures/count-days.ts';
import { measureStore } from '../postgres/measures/store.ts';
import { type Database, openDatabase, openScratch } from '../postgres/open.ts';
import { newDatabase, serverPrograms, startServer } from './private-server.ts';
import { percentile, printFigures, round } from './table.ts';

type Options = { facts?: string; quick?: boolean };
type Measured = { p95ms: number; coldP95ms: number; countMs: number };

/** The overview of the officers' pages over a year of facts, on the embedded database and on a private server. */
export async function benchDashboard({ facts, quick = false }: Options): Promise<void> {
  const count = Number(facts ?? 1_000_000);
  const embeddedCount = quick ? Math.min(count, 300_000) : count;
  const embedded = await measured(() => openScratch({ prepare: async () => {} }), embeddedCount, quick);
  const served = serverPrograms() === null ? null : await onServer(count, quick);
  printFigures(`dashboard: the overview, ${count} facts over a year`, {
    facts: served === null ? embeddedCount : count,
    p95ms: (served ?? embedded).p95ms,
    database: served === null ? 'embedded' : 'postgres',
    ...(served === null ? {} : { coldP95ms: served.coldP95ms, countMs: served.countMs }),
    embeddedFacts: embeddedCount,
    embeddedP95ms: embedded.p95ms,
    embeddedColdP95ms: embedded.coldP95ms,
    embeddedCountMs: embedded.countMs,
  });
}

async function onServer(count: number, quick: boolean): Promise<Measured> {
  const server = await startServer();
  try {
    const databaseUrl = await newDatabase(server);
    const open = () =>
      openDatabase({
        databaseUrl,
        dataDir: '',
        snapshotDir: '',
        fingerprint: '',
        prepare: async () => {},
        onProgress: () => {},
      });
    return await measured(open, count, quick);
  } finally {
    await server.stop();
  }
}

async function measured(open: () => Promise<Database>, count: number, quick: boolean): Promise<Measured> {
  const { pool, close } = await open();
  try {
    const now = new Date();
    await putFacts(pool, count, now);
    const from = performance.now();
    await countDays(pool, now);
    const countMs = round(performance.now() - from);
    await pool.query('analyze');
    const looks = looksAt(now);
    // A replica that just started has read no month yet; it reads them while the first officer signs in.
    const cold = await timed(looks.slice(0, quick ? 8 : 24), () => pagesOver(pool, now));
    const warmed = pagesOver(pool, now);
    await timed(looks, () => warmed);
    const warm = await timed([...looks, ...looks, ...looks], () => warmed);
    return { p95ms: percentile(warm, 0.95), coldP95ms: percentile(cold, 0.95), countMs };
  } finally {
    await close();
  }
}

export async function timed(looks: string[], pages: () => Hono<Env>): Promise<number[]> {
  const times: number[] = [];
  for (const look of looks) {
    const app = pages();
    const from = performance.now();
    const response = await app.request(`/so-lieu${look}`);
    await response.text();
    if (response.status !== 200) throw new Error(`the overview answered ${response.status}`);
    times.push(performance.now() - from);
  }
  return times;
}

/** Single months, quarters and years, of all channels and of each. */
export function looksAt(now: Date): string[] {
  const current = monthOf(localDay(now));
  const ranges = [0, -1, -2, -5].flatMap((to) =>
    [1, 3, 12].map((length) => [addToMonth(current, to - length + 1), addToMonth(current, to)]),
  );
  return ranges.flatMap(([from, to]) => ['', ...channels].map((channel) => `?tu=${from}&den=${to}&kenh=${channel}`));
}

/** A year of facts, spread over topics as questions are: few often, many now and then. Twenty thousand people. */
export async function putFacts(pool: Pool, count: number, now: Date): Promise<void> {
  await pool.query(
    `insert into fact (bucket, channel, topic, document, outcome, level, latency_ms, feedback, help, nearest, terms, pseudonym)
     select date_trunc('hour', $2::timestamptz - (365 * (1 - at::float8 / $1)) * interval '1 day'),
       (array['web', 'telegram', 'zalo-oa', 'zalo-bot'])[1 + at % 4],
       case when at % 10 < 7 then 'topic-' || floor(300 * power(hashint4(at) % 10000 / 10000.0, 2)) end,
       case when at % 10 < 7 then 'document-' || floor(20 * power(hashint4(at) % 10000 / 10000.0, 2)) end,
       case at % 10 when 7 then 'decline' when 8 then 'help' when 9 then 'smalltalk' else 'answer' end,
       case when at % 10 = 8 then (array['concern', 'support', 'emergency'])[1 + at / 10 % 3] else 'none' end,
       5 + at % 40, null,
       case when at % 10 = 8 then (array['physical', 'child', 'online', 'unsaid', 'economic'])[1 + at / 30 % 5] end,
       case when at % 10 = 7 then 'topic-' || at % 50 end,
       case when at % 10 = 7 then array['term-' || at % 30] end,
       -- Of days that are over nobody's pseudonym is left.
       case when at % 10 < 8 and at > $1 * 0.99 then md5((at % 20000)::text) end
     from generate_series(1, $1::int) at`,
    [count, now],
  );
  await pool.query("update fact_counted set until = ($1::timestamptz - interval '370 days')::date", [now]);
}

/** The pages of figures as a signed-in analyst opens them, over a store that has read nothing yet. */
export function pagesOver(pool: Pool, now: Date): Hono<Env> {
  const door: FiguresDoor = {
    store: measureStore(pool),
    names: () => ({ topic: (id) => id, document: (number) => number }),
    content: () => {
      throw new Error('the overview tells nothing of the content');
    },
    model: async () => null,
    published: () => {
      throw new Error('the overview tells nothing of the knowledge');
    },
  };
  const officer = {
    id: 'b',
    name: 'bench',
    role: 'analyst',
    state: 'active',
    createdAt: now,
    signedInAt: now,
  } as const;
  const credentials = { officer, password: null, totp: null, totpStep: 0, setUp: null };
  const session = { officer: 'b', stage: 'full', startedAt: now, seenAt: now } as const;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('visit', { mark: new Uint8Array(), session, credentials });
    await next();
  });
  app.route('/', figureRoutes({ now: () => now }, door));
  return app;
}
