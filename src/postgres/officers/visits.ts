import type { Pool } from 'pg';
import type { SessionStore } from '../../core/officers/ports.ts';
import { longestMs, type Session } from '../../core/officers/session.ts';
import { rows, transaction } from '../sql.ts';
import { writeAudit } from './audit.ts';

/** The first step's visit was ended meanwhile: nothing of the whole one may stand. */
class VisitEnded extends Error {}

/** Visits of officers. Each new one also sweeps what ended long ago. */
export function sessionStore(pool: Pool, auditKey: Buffer): SessionStore {
  return {
    async start(mark, officer, stage, now) {
      const past = new Date(now.getTime() - longestMs('full'));
      await rows(pool, 'delete from officer_session where started_at <= $1', [past]);
      await rows(
        pool,
        'insert into officer_session (mark, officer, stage, started_at, seen_at) values ($1, $2, $3, $4, $4)',
        [mark, officer, stage, now],
      );
    },
    complete: (before, after, officer, now, note) =>
      transaction(pool, async (client) => {
        // The account before its visits, as everywhere: two who lock in another order would wait for one another.
        await rows(client, 'update officer set signed_in_at = $2 where id = $1', [officer, now]);
        const ended = await rows(client, 'delete from officer_session where mark = $1 returning mark', [before]);
        if (ended.length === 0) throw new VisitEnded();
        await rows(
          client,
          `insert into officer_session (mark, officer, stage, started_at, seen_at) values ($1, $2, 'full', $3, $3)`,
          [after, officer, now],
        );
        await writeAudit(client, auditKey, note);
        return true;
      }).catch((error) => {
        if (error instanceof VisitEnded) return false;
        throw error;
      }),
    async find(mark) {
      const [row] = await rows<{ officer: string; stage: Session['stage']; started_at: Date; seen_at: Date }>(
        pool,
        'select officer, stage, started_at, seen_at from officer_session where mark = $1',
        [mark],
      );
      if (row === undefined) return null;
      return { officer: row.officer, stage: row.stage, startedAt: row.started_at, seenAt: row.seen_at };
    },
    async seen(mark, now) {
      await rows(pool, 'update officer_session set seen_at = $2 where mark = $1', [mark, now]);
    },
    end: (mark, note) =>
      transaction(pool, async (client) => {
        const ended = await rows(client, 'delete from officer_session where mark = $1 returning mark', [mark]);
        if (note !== null && ended.length > 0) await writeAudit(client, auditKey, note);
      }),
    endAll: (officer, note) =>
      transaction(pool, async (client) => {
        await rows(client, 'delete from officer_session where officer = $1', [officer]);
        await writeAudit(client, auditKey, note);
      }),
  };
}
