import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import {
  type AuditAction,
  type AuditEntry,
  type AuditNote,
  type AuditState,
  auditLine,
} from '../../core/officers/audit.ts';
import type { AuditLog } from '../../core/officers/ports.ts';
import { rows, type Sql, transaction } from '../sql.ts';

type Row = {
  seq: string;
  at: Date;
  actor: string | null;
  action: AuditAction;
  subject: string | null;
  detail: string | null;
  mark: Uint8Array;
};

/** Adds a line in the caller's transaction, after every line that stands: writers wait for one another. */
export async function writeAudit(sql: Sql, key: Buffer, note: AuditNote): Promise<void> {
  await rows(sql, 'lock table audit in share row exclusive mode');
  const [last] = await rows<Pick<Row, 'seq' | 'mark'>>(sql, 'select seq, mark from audit order by seq desc limit 1');
  const entry = { ...note, seq: Number(last?.seq ?? 0) + 1 };
  const { seq, at, actor, action, subject, detail } = entry;
  await rows(
    sql,
    'insert into audit (seq, at, actor, action, subject, detail, mark) values ($1, $2, $3, $4, $5, $6, $7)',
    [seq, at, actor, action, subject, detail, markOf(key, last?.mark ?? null, entry)],
  );
}

/** The audit log in the database. `key` makes the marks; without it nobody can make a chain that holds. */
export function auditLog(pool: Pool, key: Buffer): AuditLog {
  return {
    write: (note) => transaction(pool, (client) => writeAudit(client, key, note)),
    async read(limit, before) {
      const found = await rows<Row>(
        pool,
        'select * from audit where $2::bigint is null or seq < $2 order by seq desc limit $1',
        [limit, before],
      );
      return found.map(entryOf);
    },
    verify: () => verify(pool, key),
  };
}

const pageSize = 1_000;

async function verify(pool: Pool, key: Buffer): Promise<AuditState> {
  let last: Uint8Array | null = null;
  let count = 0;
  /** The first and the last entry that does not hold, and how many do not. */
  const broken = { first: 0, last: 0, count: 0 };
  for (;;) {
    const found: Row[] = await rows<Row>(pool, 'select * from audit where seq > $1 order by seq limit $2', [
      count,
      pageSize,
    ]);
    for (const row of found) {
      const at = count + 1;
      count = Number(row.seq);
      const due = markOf(key, last, entryOf(row));
      last = row.mark;
      if (count === at && row.mark.length === due.length && timingSafeEqual(row.mark, due)) continue;
      broken.first ||= at;
      broken.last = count;
      broken.count += 1;
    }
    if (found.length < pageSize) break;
  }
  if (broken.count === 0)
    return { kind: 'whole', count, head: last === null ? '' : Buffer.from(last).toString('hex').slice(0, 16) };
  // A single line that does not fit was changed: nobody changes the key after the first deed.
  const isPrefix = broken.count > 1 && broken.count === broken.last;
  return isPrefix ? { kind: 'other-key', to: broken.last, count } : { kind: 'broken', at: broken.first };
}

function markOf(key: Buffer, before: Uint8Array | null, entry: AuditEntry): Buffer {
  return createHmac('sha256', key)
    .update(before ?? Buffer.alloc(32))
    .update(auditLine(entry))
    .digest();
}

function entryOf({ seq, at, actor, action, subject, detail }: Row): AuditEntry {
  return { seq: Number(seq), at, actor, action, subject, detail };
}
