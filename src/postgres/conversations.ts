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

/** Stores a turn's state and fact in the caller's transaction. */
export async function recordTurn(sql: Sql, { contact, next, fact }: TurnRecord, now: Date): Promise<void> {
  await rows(sql, 'delete from conversation where expires_at <= $1', [now]);
  if (next.stage === 'open')
    await rows(
      sql,
      `insert into conversation (contact, state, seen_at, expires_at) values ($1, $2, $3, $4)
       on conflict (contact) do update set state = excluded.state, seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
      [contact, stateOf(next), next.seenAt, new Date(next.seenAt.getTime() + forgetMs)],
    );
  await rows(
    sql,
    'insert into fact (bucket, channel, topic, document, outcome, level, latency_ms, feedback) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [fact.bucket, fact.channel, fact.topic, fact.document, fact.outcome, fact.level, fact.latencyMs, fact.feedback],
  );
}

function stateOf(next: Extract<Conversation, { stage: 'open' }>): string {
  const { seenAt, topic, care } = next;
  return JSON.stringify({ seenAt, topic, care });
}
