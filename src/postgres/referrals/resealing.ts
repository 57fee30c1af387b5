import type { Pool } from 'pg';
import type { LetterKind, PublicKey } from '../../core/referral/case.ts';
import type { CaseEvent, Refusal } from '../../core/referral/case-desk.ts';
import type { Resealing, StaleLetter } from '../../core/referral/resealing.ts';
import type { Sealing } from '../../core/referral/sealing.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { activeKeys } from './desk-keys.ts';
import { note, type OnEvent } from './events.ts';

/** Whom a letter of a case is sealed to, besides the person's own key, is not all of the keys in use, or more than these. */
const isStale = `array(
    select key from jsonb_object_keys(referral_letter.sealed::jsonb -> 'to') as key
    where key <> referral.return_id order by key
  ) <> array(select id from desk_key where state = 'active' order by id)
  and exists (select 1 from desk_key where state = 'active')`;

type Case = { holder: string | null; return_id: string; return_raw: string };
type Letter = { id: string; kind: LetterKind; sealed: string };

/** Letters change keys in the database. `onEvent` may add to an audit log, in the transaction of each deed. */
export function resealing(pool: Pool, sealing: Pick<Sealing, 'isSealedTo'>, onEvent?: OnEvent): Resealing {
  const tell = (sql: Sql, caseId: string, officer: string, at: Date, deed: Pick<CaseEvent, 'what' | 'reason'>) =>
    note(sql, { case: caseId, officer, at, ...deed }, onEvent);

  /** Does `work` to an open case that no colleague holds, in one transaction that has locked its row. */
  function mine<T>(caseId: string, officer: string, work: (sql: Sql, found: Case) => Promise<T>): Promise<T | Refusal> {
    return transaction<T | Refusal>(pool, async (client) => {
      const [found] = await rows<Case>(
        client,
        'select holder, return_id, return_raw from referral where id = $1 and closed_at is null for update',
        [caseId],
      );
      if (!found) return 'gone';
      return found.holder === null || found.holder === officer ? work(client, found) : 'not-yours';
    });
  }
  const staleIn = (sql: Sql, caseId: string) =>
    rows<Letter>(
      sql,
      `select referral_letter.id, kind, sealed from referral_letter join referral on referral.id = referral
       where referral.id = $1 and ${isStale} order by referral_letter.id`,
      [caseId],
    );
  const recipients = async (sql: Sql, { return_id, return_raw }: Case, kind: LetterKind): Promise<PublicKey[]> => [
    ...(kind === 'from-officer' ? [{ id: return_id, raw: return_raw }] : []),
    ...(await activeKeys(sql)),
  ];

  return {
    stale: () =>
      rows<{ case: string; holder: string | null }>(
        pool,
        `select id as "case", holder from referral where closed_at is null and exists (
           select 1 from referral_letter where referral = referral.id and ${isStale}
         ) order by created_at, id`,
      ),
    take: (caseId, officer, now) =>
      mine(caseId, officer, async (sql, found) => {
        const letters: StaleLetter[] = [];
        for (const letter of await staleIn(sql, caseId))
          letters.push({ ...letter, to: await recipients(sql, found, letter.kind) });
        if (letters.length > 0) await tell(sql, caseId, officer, now, { what: 'opened', reason: 'new-key' });
        return letters;
      }),
    put: (caseId, letter, officer, sealed, now) =>
      mine<'done' | 'unreadable'>(caseId, officer, async (sql, found) => {
        const stale = await staleIn(sql, caseId);
        const one = stale.find(({ id }) => id === letter);
        if (one === undefined) return 'done';
        const to = await recipients(sql, found, one.kind);
        if (!sealing.isSealedTo(sealed, to) || Object.keys(JSON.parse(sealed).to).length !== to.length)
          return 'unreadable';
        await rows(sql, 'update referral_letter set sealed = $2 where id = $1', [letter, sealed]);
        if (stale.length === 1) await tell(sql, caseId, officer, now, { what: 'resealed', reason: null });
        return 'done';
      }),
  };
}
