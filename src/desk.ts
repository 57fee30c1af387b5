import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { CaseDesk } from './core/referral/case-desk.ts';
import type { Desk } from './core/referral/desk.ts';
import type { DeskKeys } from './core/referral/desk-keys.ts';
import { makeSeal } from './postgres/mailbox/seal.ts';
import { caseDesk } from './postgres/referrals/case-desk.ts';
import { deskKeys } from './postgres/referrals/desk-keys.ts';
import type { OnEvent } from './postgres/referrals/events.ts';
import { intake } from './postgres/referrals/intake.ts';
import { forgetReferrals } from './postgres/referrals/retention.ts';
import { rows } from './postgres/sql.ts';
import { isPublicKey, isSealedTo } from './sealing/letter.ts';
import { makeSealing } from './sealing/sealing.ts';
import type { DeskSecrets } from './secrets.ts';
import type { DeskParts } from './turn/desk/parts.ts';

/** The way from the bot to a human: what a turn needs, and what the officers' pages stand on. */
export type DeskHouse = {
  /** `null` where no desk takes cases and none is left from before: then nobody can reach any of it. */
  parts: DeskParts | null;
  cases: CaseDesk;
  keys: DeskKeys;
  /** Destroys what is past its time. */
  forget: () => Promise<void>;
};

type Options = {
  pool: Pool;
  desk: Desk;
  staffed: boolean;
  /** Whether new cases are taken at all; asked each time. */
  isOpen?: () => boolean;
  secrets: () => DeskSecrets;
  now: () => Date;
  /** An audit log of the officers', in the transaction of each deed. */
  onEvent?: OnEvent;
};

/** Puts the desk together. `secrets` is asked only where there are, or may come, cases. */
export async function openDesk({
  pool,
  desk,
  staffed,
  isOpen = () => true,
  secrets,
  now,
  onEvent,
}: Options): Promise<DeskHouse> {
  const [{ left } = { left: false }] = await rows<{ left: boolean }>(
    pool,
    'select exists (select 1 from referral) as left',
  );
  const parts = (): DeskParts => {
    const { returns, drafts } = secrets();
    const people = intake(pool, makeSealing(returns), makeSeal(drafts, 'drafts'), onEvent);
    return {
      desk,
      get staffed() {
        return staffed && isOpen();
      },
      intake: people,
      newStamp: () => randomBytes(8).toString('hex'),
    };
  };
  return {
    parts: staffed || left ? parts() : null,
    cases: caseDesk(pool, { isSealedTo }, onEvent),
    keys: deskKeys(pool, { isPublicKey }),
    forget: () => forgetReferrals(pool, desk.keepClosedDays, now(), onEvent),
  };
}
