import type { Pool } from 'pg';
import { caseAction } from '../../core/officers/audit.ts';
import type { CaseWatch } from '../../core/officers/ports.ts';
import type { CaseEvent } from '../../core/referral/case-desk.ts';
import { note as noteEvent, type OnEvent } from '../referrals/events.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { writeAudit } from './audit.ts';

/** Writes every deed at a case into the audit log, in the transaction of the deed, under the officer's name. */
export function auditCases(key: Buffer): OnEvent {
  return async (sql, { case: subject, what, officer, reason, at }) => {
    const actor = officer === null ? null : await nameOf(sql, officer);
    await writeAudit(sql, key, { at, actor, action: caseAction(what), subject, detail: reason });
  };
}

/** The account's name; its id when there is no such account. */
async function nameOf(sql: Sql, id: string): Promise<string> {
  const [found] = await rows<{ name: string }>(sql, 'select name from officer where id = $1', [id]);
  return found?.name ?? id;
}

export function caseWatch(pool: Pool, key: Buffer): CaseWatch {
  return {
    takeBack: (caseId, note) =>
      transaction(pool, async (client) => {
        // Its own line says who took it back.
        const freed = await free(client, 'id', caseId, note.at);
        if (freed.length === 0) return false;
        await writeAudit(client, key, note);
        return true;
      }),
  };
}

/** Puts every case an officer holds back for everybody: they can no longer open one. */
export function freeCasesOf(sql: Sql, key: Buffer, officer: string, at: Date): Promise<string[]> {
  return free(sql, 'holder', officer, at, auditCases(key));
}

async function free(sql: Sql, by: 'id' | 'holder', value: string, at: Date, onEvent?: OnEvent): Promise<string[]> {
  const freed = await rows<{ id: string }>(
    sql,
    `update referral set holder = null where ${by} = $1 and holder is not null and closed_at is null returning id`,
    [value],
  );
  const event = (id: string): CaseEvent => ({ case: id, what: 'let-go', officer: null, reason: null, at });
  for (const { id } of freed) await noteEvent(sql, event(id), onEvent);
  return freed.map(({ id }) => id);
}
