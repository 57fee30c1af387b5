import type { Pool } from 'pg';
import { erasedFrom } from '../core/closing.ts';
import { rows, type Sql, transaction } from './sql.ts';

/** Any constant: one replica at a time erases. */
const lockKey = 224_2025;

/**
 * What stays when all else is erased: the program's own notes, the log of who did what, the officers who may read it,
 * and the rows of the running queue, which go by themselves within days and hold no words once they are answered.
 */
const stays = [
  ...['migration', 'closing', 'knowledge_state', 'passage', 'audit', 'answers_switch'],
  ...['officer', 'officer_session', 'officer_recovery', 'officer_try'],
  ...['content_draft', 'content_published', 'content_version'],
  ...['inbox', 'outbox', 'lane', 'update_seen', 'conversation'],
];

/** Notes the day on which the service ends, or that it goes on (`null`). Returns since when it knows. */
export async function noteClosing(sql: Sql, closesOn: string | null, today: string): Promise<string | null> {
  if (closesOn === null) {
    await rows(sql, 'delete from closing');
    return null;
  }
  const [noted] = await rows<{ told: string }>(
    sql,
    `insert into closing (closes_on, told_on) values ($1::date, $2::date)
     on conflict (one) do update set
       told_on = case when closing.closes_on = excluded.closes_on then closing.told_on else excluded.told_on end,
       closes_on = excluded.closes_on
     returning told_on::text as told`,
    [closesOn, today],
  );
  return noted?.told ?? today;
}

/**
 * Erases everything that is kept of people once its day has come. `false` when it has not, or when the database was
 * told of another day. May be called as often as one likes.
 */
export async function eraseWhenDue(pool: Pool, closesOn: string, today: string): Promise<boolean> {
  return transaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const [noted] = await rows<{ closes: string; told: string }>(
      client,
      'select closes_on::text as closes, told_on::text as told from closing',
    );
    if (noted?.closes !== closesOn || today < erasedFrom(noted.closes, noted.told)) return false;
    const tables = await rows<{ name: string }>(
      client,
      `select quote_ident(tablename) as name from pg_tables
       where schemaname = current_schema() and not tablename = any($1)`,
      [stays],
    );
    // What a later version adds is erased as well, unless it says that it stays.
    if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity`);
    return true;
  });
}
