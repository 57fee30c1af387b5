import type { Pool } from 'pg';
import { z } from 'zod';
import { type Conversation, forgetMs } from '../core/conversation.ts';
import type { KnownFor, Unanswered } from '../core/fact.ts';
import { localDay } from '../core/local-day.ts';
import { monthOf } from '../core/measures/month.ts';
import type { ConversationStore, TurnRecord } from '../core/ports.ts';
import { asks } from '../core/question/asks.ts';
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
  const { parts, values } = recordParts(turn, now, 1, 'true');
  await rows(sql, `with ${parts} select`, values);
}

/**
 * For a statement that does more: its `with` parts that store a turn where `condition` holds, their values numbered
 * from `$first`. Sweeps the talks of others that are over, stores this one unless it is over, adds the fact, and ends the
 * contact's subscription with all that waits to be pushed where the turn says so.
 */
export function recordParts(
  { contact, next, fact, subscription }: TurnRecord,
  now: Date,
  first: number,
  condition: string,
): { parts: string; values: unknown[] } {
  const $ = (place: number) => `$${first + place}`;
  const isOpen = next.stage === 'open';
  const until = isOpen ? new Date(next.seenAt.getTime() + forgetMs) : null;
  const ended =
    subscription === 'end'
      ? `, unsubscribed as (delete from subscription where contact = ${$(1)} and ${condition})`
      : '';
  const { bucket, channel, topic, document, outcome, level, latencyMs, feedback, learned } = fact;
  const { help = null, unanswered, knownFor } = fact;
  return {
    parts: `
      swept as (delete from conversation where expires_at <= ${$(0)}::timestamptz and contact <> ${$(1)}),
      state_kept as (
        insert into conversation (contact, state, seen_at, expires_at)
        select ${$(1)}, ${$(2)}::jsonb, ${$(3)}::timestamptz, ${$(4)}::timestamptz
        where ${$(2)}::jsonb is not null and ${condition}
        on conflict (contact) do update set state = excluded.state, seen_at = excluded.seen_at, expires_at = excluded.expires_at
      ), fact_added as (
        insert into fact (bucket, channel, topic, document, outcome, level, latency_ms, feedback, learned, asked, right_before, right_after,
          help, terms, nearest, pseudonym)
        select ${$(5)}::timestamptz, ${$(6)}::text, ${$(7)}::text, ${$(8)}::text, ${$(9)}::text, ${$(10)}::text, ${$(11)}::real, ${$(12)}::text,
          ${$(13)}::text, ${$(14)}::smallint, ${$(15)}::smallint, ${$(16)}::smallint,
          ${$(17)}::text, ${$(18)}::text[], ${$(19)}::text,
          case when ${$(20)}::text is not null then fact_pseudonym(${$(1)}, ${$(20)}::text) end
        where ${condition}
      )${ended}`,
    values: [
      ...[now, contact, isOpen ? stateOf(next) : null, isOpen ? next.seenAt : null, until],
      ...[bucket, channel, topic, document, outcome, level, latencyMs, feedback],
      ...[learned?.what ?? null, learned?.asked ?? null, learned?.before ?? null, learned?.right ?? null],
      ...[help, termsOf(unanswered), unanswered?.nearest ?? null, timeOf(bucket, knownFor)],
    ],
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

function stateOf(next: Extract<Conversation, { stage: 'open' }>): string {
  const { seenAt, topic, care, play, abroad } = next;
  return JSON.stringify({ seenAt, topic, care, play, abroad });
}
