import type { Pool } from 'pg';
import { z } from 'zod';
import { type Conversation, forgetMs } from '../core/conversation.ts';
import type { KnownFor, Unanswered } from '../core/fact.ts';
import { localDay } from '../core/local-day.ts';
import { monthOf } from '../core/measures/month.ts';
import type { ConversationStore, TurnRecord } from '../core/ports.ts';
import { asks } from '../core/question/asks.ts';
import { wantedFacts } from '../core/question/wanted.ts';
import { groups } from '../core/quiz/set.ts';
import { levels } from '../core/triage.ts';
import { rows, type Sql, transaction } from './sql.ts';

const harm = z.enum([
  'physical',
  'sexual',
  'psychological',
  'economic',
  'trafficking',
  'harassment',
  'forced_marriage',
  'child',
  'suicide',
  'online',
  'perpetrator',
]);
const count = z.int().min(0);
const play = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    group: z.enum(groups),
    ids: z.array(z.string()),
    at: count,
    right: count,
    run: count,
    longest: count,
    seen: z.array(z.string()),
  }),
  z.object({ kind: z.literal('path'), path: z.string(), step: count, before: count, after: count }),
]);
const stored = z.object({
  seenAt: z.coerce.date(),
  topic: z
    .object({
      passages: z.array(z.string()),
      shown: z.int(),
      offered: z.array(z.string()),
      asks: z.array(z.enum(asks)).optional(),
      year: z.int().optional(),
      wanted: z.enum(wantedFacts).optional(),
    })
    .nullable(),
  care: z
    .object({
      level: z.enum(levels),
      types: z.array(harm),
      subject: z.enum(['self', 'other', 'perpetrator', 'none']),
      said: z.string(),
      shown: z.array(z.string()).optional(),
    })
    .nullable(),
  play: play.optional(),
  abroad: z.enum(['unasked', 'asked', 'yes', 'no']).optional(),
});

/** What a row's `state` says; a new talk when there is none. Whether it is over is for the reader to see. */
export function readState(state: unknown): Conversation {
  const read = stored.safeParse(state);
  return read.success ? { stage: 'open', ...read.data } : { stage: 'new' };
}

/** Talk state in the database. A row past its expiry counts as absent; each record also sweeps such rows. */
export function conversationStore(pool: Pool): ConversationStore {
  return {
    async load(contact, now) {
      const [row] = await rows<{ state: unknown }>(
        pool,
        'select state from conversation where contact = $1 and expires_at > $2',
        [contact, now],
      );
      return readState(row?.state);
    },
    async record(turn, now) {
      await transaction(pool, (client) => recordTurn(client, turn, now));
    },
    async erase(contact) {
      await rows(
        pool,
        'with unsubscribed as (delete from subscription where contact = $1) delete from conversation where contact = $1',
        [contact],
      );
    },
  };
}

/** Stores a turn's state and fact in the caller's transaction. */
export async function recordTurn(sql: Sql, turn: TurnRecord, now: Date): Promise<void> {
  await rows(sql, `with ${recordParts(1, 'true')} select`, [recordsOf([{ turn, now }])]);
}

/**
 * For a statement that does more: its `with` parts that store those turns of `recordsOf`, given as `$given`, for which
 * `condition` holds. `place` numbers them from 1. Sweeps the talks of others that are over, stores these unless they are
 * over, adds the facts, and ends a contact's subscription with all that waits to be pushed where its turn says so.
 */
export function recordParts(given: number, condition: string): string {
  return `
    record as (
      select * from json_to_recordset($${given}::json) as record (
        place bigint, at timestamptz, contact text, state jsonb, seen_at timestamptz, expires_at timestamptz, ends boolean,
        bucket timestamptz, channel text, topic text, document text, outcome text, level text, latency_ms real, feedback text,
        learned text, asked smallint, right_before smallint, right_after smallint, help text, terms text[], nearest text,
        known_for text
      ) where ${condition}
    ), swept as (
      delete from conversation where expires_at <= (select max(at) from record)
        and contact not in (select contact from record)
    ), state_kept as (
      insert into conversation (contact, state, seen_at, expires_at)
      select contact, state, seen_at, expires_at from record where state is not null order by contact
      on conflict (contact) do update set state = excluded.state, seen_at = excluded.seen_at, expires_at = excluded.expires_at
    ), fact_added as (
      insert into fact (bucket, channel, topic, document, outcome, level, latency_ms, feedback, learned, asked, right_before, right_after,
        help, terms, nearest, pseudonym)
      select bucket, channel, topic, document, outcome, level, latency_ms, feedback, learned, asked, right_before, right_after,
        help, terms, nearest, case when known_for is not null then fact_pseudonym(contact, known_for) end
      from record
    ), unsubscribed as (
      delete from subscription using record where subscription.contact = record.contact and record.ends
    )`;
}

/** What `recordParts` is given; `null` stands for a turn that leaves nothing. */
export function recordsOf(turns: Array<{ turn: TurnRecord | null; now: Date }>): string {
  return JSON.stringify(
    turns.flatMap(({ turn, now }, at) => (turn === null ? [] : [{ place: at + 1, at: now, ...recordOf(turn) }])),
  );
}

function recordOf({ contact, next, fact, subscription }: TurnRecord) {
  const { bucket, channel, topic, document, outcome, level, latencyMs, feedback, learned } = fact;
  const { help, unanswered, knownFor } = fact;
  return {
    contact,
    ...(next.stage === 'open'
      ? { state: stateOf(next), seen_at: next.seenAt, expires_at: new Date(next.seenAt.getTime() + forgetMs) }
      : {}),
    ends: subscription === 'end',
    ...{ bucket, channel, topic, document, outcome, level, latency_ms: latencyMs, feedback },
    ...{ learned: learned?.what, asked: learned?.asked, right_before: learned?.before, right_after: learned?.right },
    ...{ help, terms: termsOf(unanswered), nearest: unanswered?.nearest, known_for: timeOf(bucket, knownFor) },
  };
}

function termsOf(unanswered: Unanswered | undefined): string[] | null {
  return unanswered === undefined || unanswered.terms.length === 0 ? null : unanswered.terms;
}

/** The time that a pseudonym holds for, by its name; `null` for none. */
function timeOf(bucket: Date, knownFor: KnownFor | undefined): string | null {
  const day = localDay(bucket);
  switch (knownFor) {
    case 'day':
      return day;
    case 'month':
      return monthOf(day);
    case undefined:
      return null;
  }
}

function stateOf({ seenAt, topic, care, play, abroad }: Extract<Conversation, { stage: 'open' }>) {
  return { seenAt, topic, care, play, abroad };
}
