import type { Fact } from '../../src/core/fact.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { measureStore } from '../../src/postgres/measures/store.ts';
import type { OfficerHouse } from './house.ts';

export const talk = { stage: 'open', seenAt: new Date('2026-10-05T03:00:00Z'), topic: null, care: null } as const;
export const usual: Fact = {
  bucket: new Date('2026-10-05T03:00:00Z'),
  channel: 'web',
  topic: 'mot',
  document: 'luat',
  outcome: 'answer',
  level: 'none',
  latencyMs: 4,
  feedback: null,
};

/** A house without accounts, turns or figures; those of before August 2026 count as counted. */
export async function emptyFigures(house: OfficerHouse): Promise<void> {
  await house.empty();
  const { pool } = house.database;
  await pool.query('truncate fact, fact_month, kind_day, people_day, term_day, fact_key, conversation, referral_event');
  await pool.query("update fact_counted set until = '2026-08-01', demo = false");
  // A store keeps the months it read.
  house.figures.store = measureStore(pool);
}

/** Stores as many turns of a kind as told, each of another person. */
export async function putFacts(house: OfficerHouse, count: number, fact: Partial<Fact>, who = 'nguoi'): Promise<void> {
  const store = conversationStore(house.database.pool);
  for (let at = 0; at < count; at++)
    await store.record({ contact: `${who}-${at}`, next: talk, fact: { ...usual, ...fact } }, talk.seenAt);
}
