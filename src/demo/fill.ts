import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Knowledge } from '../core/knowledge.ts';
import { localDay } from '../core/local-day.ts';
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
      'select demo, exists (select from fact) or exists (select from fact_day) as used from fact_counted for update',
    );
    if (state?.used && !state.demo) return 'not-empty';
    await client.query('truncate fact, fact_day, people_day, term_day, referral_event');
    const days = inventDays(knowledge, today);
    await put(
      client,
      'fact_day (day, channel, outcome, level, help, document, topic, nearest, feedback, learned, turns, asked, right_before, right_after)',
      days.flatMap(turnRows),
    );
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

function turnRows({ day, alike }: InventedDay): object[] {
  return alike.map(({ before, right, ...one }) => ({ day, ...one, right_before: before, right_after: right }));
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
