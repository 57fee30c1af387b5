import { rows, type Sql } from '../sql.ts';

/** How much waits in the queue, and for how long the oldest message that is due has waited. No contact, no words. */
export type Backlog = { inbox: number; outbox: number; oldestSeconds: number };

export async function backlogOf(sql: Sql): Promise<Backlog> {
  const [found] = await rows<Backlog>(
    sql,
    `select (select count(*)::int from inbox) as inbox, (select count(*)::int from outbox) as outbox,
       coalesce(extract(epoch from now() - least(
         (select min(received_at) from inbox), (select min(created_at) from outbox where not_before <= now())
       )), 0)::float as "oldestSeconds"`,
  );
  return found ?? { inbox: 0, outbox: 0, oldestSeconds: 0 };
}
