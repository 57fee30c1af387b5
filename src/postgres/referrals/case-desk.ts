import type { Pool } from 'pg';
import type { PublicKey } from '../../core/referral/case.ts';
import type { CaseDesk, CaseEvent, CaseLetter, Notice, QueuedCase, Refusal } from '../../core/referral/case-desk.ts';
import type { Sealing } from '../../core/referral/sealing.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { activeKeys } from './desk-keys.ts';
import { eventsOf, note, type OnEvent } from './events.ts';

const queued = `id, urgency, wants, safe_time as "when", created_at as "createdAt", answer_by as "answerBy", holder,
  (select count(*)::int from referral_letter
   where referral = referral.id and kind <> 'from-officer' and read_at is null) as unread`;

/** The case desk of the officers. `onEvent` may add to an audit log of its own, in the transaction of each deed. */
export function caseDesk(pool: Pool, sealing: Pick<Sealing, 'isSealedTo'>, onEvent?: OnEvent): CaseDesk {
  const tell = (sql: Sql, event: CaseEvent) => note(sql, event, onEvent);

  /** Does `work` to a case that the officer holds, in one transaction that has locked its row. */
  function held<T>(caseId: string, officer: string, work: (sql: Sql) => Promise<T>): Promise<T | Refusal> {
    return transaction<T | Refusal>(pool, async (client) => {
      const [found] = await rows<{ holder: string | null }>(
        client,
        'select holder from referral where id = $1 and closed_at is null for update',
        [caseId],
      );
      if (!found) return 'gone';
      return found.holder === officer ? work(client) : 'not-yours';
    });
  }

  return {
    queue: () =>
      rows<QueuedCase>(
        pool,
        `select ${queued} from referral where closed_at is null
         order by array_position(array['urgent', 'soon', 'usual'], urgency), answer_by nulls last, created_at, id`,
      ),
    claim: (caseId, officer, now) =>
      transaction(pool, async (client) => {
        const [taken] = await rows(
          client,
          'update referral set holder = $2 where id = $1 and closed_at is null and holder is null returning id',
          [caseId, officer],
        );
        if (taken) {
          await tell(client, { case: caseId, what: 'claimed', officer, reason: null, at: now });
          return 'yours';
        }
        const [other] = await rows<{ holder: string }>(
          client,
          'select holder from referral where id = $1 and closed_at is null',
          [caseId],
        );
        if (!other) return 'gone';
        return other.holder === officer ? 'yours' : 'taken';
      }),
    handOver: (caseId, from, to, now) =>
      held<'done'>(caseId, from, async (sql) => {
        await rows(sql, 'update referral set holder = $2 where id = $1', [caseId, to]);
        await tell(sql, {
          case: caseId,
          what: to === null ? 'let-go' : 'handed-over',
          officer: from,
          reason: null,
          at: now,
        });
        if (to !== null) await tell(sql, { case: caseId, what: 'received', officer: to, reason: null, at: now });
        return 'done';
      }),
    open: (caseId, officer, reason, now) =>
      held(caseId, officer, async (sql) => {
        await tell(sql, { case: caseId, what: 'opened', officer, reason, at: now });
        await rows(
          sql,
          `update referral_letter set read_at = $2 where referral = $1 and kind <> 'from-officer' and read_at is null`,
          [caseId, now],
        );
        const [shown] = await rows<QueuedCase & { return_id: string; return_raw: string }>(
          sql,
          `select ${queued}, return_id, return_raw from referral where id = $1`,
          [caseId],
        );
        if (!shown) return 'gone';
        const { return_id, return_raw, ...rest } = shown;
        const letters = await rows<CaseLetter>(
          sql,
          `select id, kind, sealed, created_at as at, read_at is not null as read from referral_letter
           where referral = $1 order by id`,
          [caseId],
        );
        return { ...rest, letters, replyTo: [{ id: return_id, raw: return_raw }, ...(await activeKeys(sql))] };
      }),
    reply: (caseId, officer, sealed, now) =>
      held(caseId, officer, async (sql) => {
        const [returns] = await rows<PublicKey>(
          sql,
          'select return_id as id, return_raw as raw from referral where id = $1',
          [caseId],
        );
        const replyTo = [...(returns ? [returns] : []), ...(await activeKeys(sql))];
        if (!sealing.isSealedTo(sealed, replyTo)) return 'unreadable';
        await rows(
          sql,
          `insert into referral_letter (referral, kind, sealed, created_at) values ($1, 'from-officer', $2, $3)`,
          [caseId, sealed, now],
        );
        await rows(
          sql,
          `update referral set answer_by = null, alarmed_at = null, first_reply_at = coalesce(first_reply_at, $2)
           where id = $1`,
          [caseId, now],
        );
        await tell(sql, { case: caseId, what: 'replied', officer, reason: null, at: now });
        return 'sent';
      }),
    close: (caseId, officer, outcome, now) =>
      held<'done' | 'unread'>(caseId, officer, async (sql) => {
        const [shown] = await rows<QueuedCase>(sql, `select ${queued} from referral where id = $1`, [caseId]);
        if (shown && shown.unread > 0) return 'unread';
        await rows(sql, 'update referral set closed_at = $2, answer_by = null where id = $1', [caseId, now]);
        await tell(sql, { case: caseId, what: 'closed', officer, reason: outcome, at: now });
        return 'done';
      }),
    takeNotices: (now) =>
      transaction(pool, async (client) => {
        const fresh = await rows<Notice>(
          client,
          `update referral set notified_at = $1 where notified_at is null and closed_at is null
           returning id as "case", urgency, 'new' as kind`,
          [now],
        );
        const late = await rows<Notice>(
          client,
          `update referral set alarmed_at = $1
           where answer_by <= $1 and closed_at is null
             and (alarmed_at is null or alarmed_at <= $1::timestamptz - interval '1 day')
           returning id as "case", urgency, 'late' as kind`,
          [now],
        );
        for (const one of late)
          await tell(client, { case: one.case, what: 'alarmed', officer: null, reason: null, at: now });
        return [...fresh, ...late];
      }),
    events: (caseId) => eventsOf(pool, caseId),
  };
}
