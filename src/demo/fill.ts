import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Knowledge } from '../core/knowledge.ts';
import { localDay } from '../core/local-day.ts';
import { kindOf } from '../core/measures/kinds.ts';
import { monthOf } from '../core/measures/month.ts';
import { rows, transaction } from '../postgres/sql.ts';
import { type InventedDay, inventDays } from './invent.ts';

/**
 * Puts invented figures in, counted as days that are over, and marks the database as one of invented figures. In place
 * of what was invented before; a database with figures of its own is left alone.
 */
export async function fillWithInvented(pool: Pool, knowledge: Knowledge, now: Date): Promise<'filled' | 'not-empty'> {
  const today = localDay(now);
  return transaction(pool, async (client) => {
    const [state] = await rows<{ demo: boolean; used: boolean }>(
      client,
      'select demo, exists (select from fact) or exists (select from fact_month) as used from fact_counted for update',
    );
    if (state?.used && !state.demo) return 'not-empty';
    await client.query('truncate fact, fact_month, kind_day, people_day, term_day, referral_event');
    const days = inventDays(knowledge, today);
    await put(
      client,
      'fact_month (month, channel, outcome, level, help, document, topic, nearest, feedback, learned, turns, asked, right_before, right_after)',
      monthRows(days),
    );
    await put(client, 'kind_day (day, channel, kind, turns)', days.flatMap(kindRows));
    await put(
      client,
      'fact (bucket, channel, topic, outcome, level, latency_ms, learned, asked, right_before, right_after, pseudonym)',
      days.flatMap(learnerRows),
    );
    await put(
      client,
      'people_day (day, channel, people)',
      days.flatMap(({ day, people }) => people.map((one) => ({ day, ...one }))),
    );
    await put(
      client,
      'term_day (day, channel, term, nearest, turns, people)',
      days.flatMap(({ day, terms }) => terms.map((one) => ({ day, ...one }))),
    );
    await put(
      client,
      'referral_event (referral, what, officer, reason, at)',
      days.flatMap((one) => caseRows(one, now)),
    );
    await client.query('update fact_counted set until = $1::date, demo = true', [today]);
    return 'filled';
  });
}

type Client = Parameters<Parameters<typeof transaction>[1]>[0];

/** Inserts objects whose keys are the columns, all in one statement. */
async function put(client: Client, into: string, some: object[]): Promise<void> {
  const [table, columns = ''] = into.split(/ (?=\()/);
  await client.query(
    `insert into ${table} ${columns} select ${columns.slice(1, -1)} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(some)],
  );
}

/** Turns of a month that are alike, summed over its days. */
function monthRows(days: readonly InventedDay[]): object[] {
  const sums = new Map<string, { turns: number; asked: number; right_before: number; right_after: number }>();
  for (const { day, alike } of days)
    for (const { turns, asked, before, right, ...one } of alike) {
      const key = JSON.stringify({ month: monthOf(day), ...one });
      const known = sums.get(key) ?? { turns: 0, asked: 0, right_before: 0, right_after: 0 };
      sums.set(key, {
        turns: known.turns + turns,
        asked: known.asked + asked,
        right_before: known.right_before + before,
        right_after: known.right_after + right,
      });
    }
  return [...sums].map(([key, sum]) => ({ ...JSON.parse(key), ...sum }));
}

function kindRows({ day, alike }: InventedDay): object[] {
  const sums = new Map<string, { day: string; channel: string; kind: string; turns: number }>();
  for (const one of alike) {
    const kind = kindOf(one);
    const known = sums.get(`${one.channel} ${kind}`) ?? { day, channel: one.channel, kind, turns: 0 };
    sums.set(`${one.channel} ${kind}`, { ...known, turns: known.turns + one.turns });
  }
  return [...sums.values()];
}

/** Each invented end of lessons is another person's. Only who it was is read of these: the days are counted already. */
function learnerRows({ day, alike }: InventedDay): object[] {
  const base = { bucket: `${day}T03:00:00Z`, latency_ms: 5, asked: 3, right_before: 1, right_after: 2 };
  return alike
    .filter(({ learned }) => learned !== null)
    .flatMap(({ channel, topic, outcome, level, learned, turns }) =>
      Array.from({ length: turns }, () => ({
        ...base,
        channel,
        topic,
        outcome,
        level,
        learned,
        pseudonym: randomUUID(),
      })),
    );
}

function caseRows({ day, cases }: InventedDay, now: Date): object[] {
  return cases.flatMap(({ replyAfter, outcome }, place) => {
    const id = randomUUID();
    const created = Date.parse(`${day}T02:00:00Z`) + place * 40 * 60_000;
    const deed = (what: string, minutes: number, reason: string | null = null) => {
      const at = new Date(created + minutes * 60_000);
      return at > now ? [] : [{ referral: id, what, officer: null, reason, at }];
    };
    return [
      ...deed('created', 0),
      ...(replyAfter === null ? deed('alarmed', 120) : deed('replied', replyAfter)),
      ...(replyAfter === null || outcome === null ? [] : deed('closed', replyAfter + 2_880, outcome)),
    ];
  });
}
