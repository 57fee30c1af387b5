import type { CaseEvent } from '../../core/referral/case-desk.ts';
import { rows, type Sql } from '../sql.ts';

/** Told of every event inside the transaction of the deed: what it writes stands or falls with it. */
export type OnEvent = (sql: Sql, event: CaseEvent) => Promise<void>;

/** Writes what happened to a case, in the caller's transaction. */
export async function note(sql: Sql, event: CaseEvent, onEvent?: OnEvent): Promise<void> {
  const { what, officer, reason, at } = event;
  await rows(sql, 'insert into referral_event (referral, what, officer, reason, at) values ($1, $2, $3, $4, $5)', [
    event.case,
    what,
    officer,
    reason,
    at,
  ]);
  await onEvent?.(sql, event);
}

/** What happened to a case, oldest first. */
export async function eventsOf(sql: Sql, caseId: string): Promise<CaseEvent[]> {
  return rows<CaseEvent>(
    sql,
    'select referral as "case", what, officer, reason, at from referral_event where referral = $1 order by id',
    [caseId],
  );
}
