import type { Pool } from 'pg';
import { z } from 'zod';
import { type Conversation, forgetMs } from '../core/conversation.ts';
import type { ConversationStore, TurnRecord } from '../core/ports.ts';
import { asks } from '../core/question/asks.ts';
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
    })
    .nullable(),
});

/** Talk state in the database. A row past its expiry counts as absent; each record also sweeps such rows. */
export function conversationStore(pool: Pool): ConversationStore {
  return {
    async load(contact, now) {
      const [row] = await rows<{ state: unknown }>(
        pool,
        'select state from conversation where contact = $1 and expires_at > $2',
        [contact, now],
      );
      const read = stored.safeParse(row?.state);
      return read.success ? { stage: 'open', ...read.data } : { stage: 'new' };
    },
    async record(turn, now) {
      await transaction(pool, (client) => recordTurn(client, turn, now));
    },
    async erase(contact) {
      await pool.query('delete from conversation where contact = $1', [contact]);
    },
  };
}

/** One round trip: sweeps the talks of others, stores this one (unless it is over), and adds the fact. */
const record = `
  with swept as (delete from conversation where expires_at <= $1 and contact <> $2),
  kept as (
    insert into conversation (contact, state, seen_at, expires_at)
    select $2, $3::jsonb, $4::timestamptz, $5::timestamptz where $3::jsonb is not null
    on conflict (contact) do update set state = excluded.state, seen_at = excluded.seen_at, expires_at = excluded.expires_at
  )
  insert into fact (bucket, channel, topic, document, outcome, level, latency_ms, feedback)
  values ($6, $7, $8, $9, $10, $11, $12, $13)`;

/** Stores a turn's state and fact in the caller's transaction. */
export async function recordTurn(sql: Sql, { contact, next, fact }: TurnRecord, now: Date): Promise<void> {
  const isOpen = next.stage === 'open';
  const state = isOpen ? stateOf(next) : null;
  const until = isOpen ? new Date(next.seenAt.getTime() + forgetMs) : null;
  const { bucket, channel, topic, document, outcome, level, latencyMs, feedback } = fact;
  const what = [bucket, channel, topic, document, outcome, level, latencyMs, feedback];
  await rows(sql, record, [now, contact, state, isOpen ? next.seenAt : null, until, ...what]);
}

function stateOf(next: Extract<Conversation, { stage: 'open' }>): string {
  const { seenAt, topic, care } = next;
  return JSON.stringify({ seenAt, topic, care });
}
