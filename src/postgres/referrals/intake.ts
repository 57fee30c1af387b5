import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { PublicKey } from '../../core/referral/case.ts';
import type { Intake } from '../../core/referral/intake.ts';
import type { Sealing } from '../../core/referral/sealing.ts';
import type { Seal } from '../mailbox/seal.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { activeKeys } from './desk-keys.ts';
import { note, type OnEvent } from './events.ts';
import { forgetTries, takeTry } from './guesses.ts';
import { dropTalk, keepTalk, loadTalk } from './talks.ts';

type Row = { holder: string | null; answer_by: Date | null; closed_at: Date | null; replied_at: Date | null };

/** The person's side of the desk in the database. `seal` closes drafts and visits with the queue key. */
export function intake(pool: Pool, sealing: Sealing, seal: Seal, onEvent?: OnEvent): Intake {
  const event = (sql: Sql, caseId: string, what: 'created' | 'withdrawn', at: Date) =>
    note(sql, { case: caseId, what, officer: null, reason: null, at }, onEvent);
  return {
    ready: async () => (await activeKeys(pool)).length > 0,
    load: (contact, now) => loadTalk(pool, seal, contact, now),
    keep: (contact, from, to, now) => keepTalk(pool, seal, contact, from, to, now),
    drop: (contact) => dropTalk(pool, contact),
    async refer(contact, from, { referral, urgency, answerBy, update, stamp, until }, now) {
      const { receipt, lock, privateKey } = await sealing.makeReturn(referral.codeWord);
      const caseId = randomBytes(6).toString('hex');
      return transaction(pool, async (client) => {
        const keys = await activeKeys(client);
        if (keys.length === 0) return 'closed';
        const visit = {
          stage: 'visit',
          key: { case: caseId, privateKey },
          seen: null,
          receipt,
          told: false,
          last: update,
        } as const;
        // The draft gives way to the visit under its stamp: of several yeses one finds it.
        if (!(await keepTalk(client, seal, contact, from, { talk: visit, stamp, until }, now))) return 'stale';
        const { lookup, publicKey } = lock;
        await rows(
          client,
          `insert into referral (id, urgency, wants, safe_time, lookup, return_id, return_raw, return_lock, created_at, answer_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            ...[caseId, urgency, referral.wants, referral.when, lookup],
            ...[publicKey.id, publicKey.raw, lock.lock, now, answerBy],
          ],
        );
        const sealed = sealing.seal(referral, { case: caseId, kind: 'referral' }, keys);
        await addLetter(client, caseId, 'referral', sealed, now);
        await event(client, caseId, 'created', now);
        return { receipt };
      });
    },
    async comeBack(comer, receipt, codeWord, now) {
      const lookup = sealing.lookupOf(receipt);
      const taken = await takeTry(pool, comer, lookup, now);
      if (taken !== 'taken') return taken;
      const [row] = await rows<{ id: string; return_lock: Buffer }>(
        pool,
        'select id, return_lock from referral where lookup = $1',
        [lookup],
      );
      const privateKey = await sealing.openReturn(row?.return_lock ?? null, receipt, codeWord);
      if (!row || privateKey === null) return null;
      await forgetTries(pool, comer, lookup);
      return { case: row.id, privateKey };
    },
    visit: (key, seen, now) =>
      transaction(pool, async (client) => {
        const [row] = await rows<Row>(
          client,
          `select holder, answer_by, closed_at,
             (select max(created_at) from referral_letter where referral = $1 and kind = 'from-officer') as replied_at
           from referral where id = $1`,
          [key.case],
        );
        if (!row) return null;
        const found = await rows<{ id: string; sealed: string }>(
          client,
          `update referral_letter set read_at = coalesce(read_at, $3)
           where referral = $1 and kind = 'from-officer' and id > coalesce($2::bigint, 0) returning id, sealed`,
          [key.case, seen, now],
        );
        found.sort((a, b) => Number(a.id) - Number(b.id));
        const letters = found.flatMap(({ sealed }) => {
          const opened = sealing.open(sealed, { case: key.case, kind: 'from-officer' }, key.privateKey);
          const text = (opened as { text?: unknown } | undefined)?.text;
          return typeof text === 'string' ? [text] : [];
        });
        return {
          letters,
          seen: found.at(-1)?.id ?? seen,
          held: row.holder !== null,
          closed: row.closed_at !== null,
          answerBy: row.answer_by,
          repliedAt: row.replied_at,
        };
      }),
    write: (key, words, { answerBy, urgent }, now) =>
      transaction(pool, async (client) => {
        const [row] = await rows<PublicKey>(
          client,
          `update referral set answer_by = coalesce(answer_by, $2), urgency = case when $3 then 'urgent' else urgency end
           where id = $1 and closed_at is null returning return_id as id, return_raw as raw`,
          [key.case, answerBy, urgent],
        );
        if (!row) return false;
        const place = { case: key.case, kind: 'from-person' } as const;
        const sealed = sealing.seal({ text: words }, place, await activeKeys(client));
        await addLetter(client, key.case, 'from-person', sealed, now);
        return true;
      }),
    withdraw: (key, now) =>
      transaction(pool, async (client) => {
        const gone = await rows(client, 'delete from referral where id = $1 returning id', [key.case]);
        if (gone.length > 0) await event(client, key.case, 'withdrawn', now);
      }),
  };
}

async function addLetter(sql: Sql, caseId: string, kind: string, sealed: string, now: Date): Promise<void> {
  await rows(sql, 'insert into referral_letter (referral, kind, sealed, created_at) values ($1, $2, $3, $4)', [
    caseId,
    kind,
    sealed,
    now,
  ]);
}
