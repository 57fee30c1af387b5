import { rows, type Sql } from '../sql.ts';

/** Whether no words wait, neither for their turn nor for their sending. */
export async function nothingWaits(sql: Sql): Promise<boolean> {
  const [found] = await rows<{ waits: boolean }>(
    sql,
    'select exists (select from inbox) or exists (select from outbox) as waits',
  );
  return found?.waits === false;
}
