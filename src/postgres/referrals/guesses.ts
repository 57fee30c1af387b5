import type { Pool } from 'pg';
import type { Comer } from '../../core/referral/intake.ts';
import { rows, transaction } from '../sql.ts';

/** Wrong tries allowed within the window for a contact, and for a receipt: whoever found one must not guess its word. */
const most = 5;
/**
 * Wrong tries allowed within the window for all contacts of one channel: contacts are cheap to make on the web. Other
 * channels stay open then, so that a flood on one does not keep everybody from their case.
 */
export const mostOfChannel = 200;
const windowMs = 60 * 60_000;

/**
 * Takes a try to come back: `wait` after too many wrong ones of this contact or at this receipt, `crowded` after too many
 * on the channel. Tries side by side wait for one another here; one that is refused does not count.
 */
export function takeTry(pool: Pool, comer: Comer, lookup: string, now: Date): Promise<'taken' | 'wait' | 'crowded'> {
  return transaction(pool, async (client) => {
    await rows(client, 'lock table desk_guess in share row exclusive mode');
    const since = new Date(now.getTime() - windowMs);
    const about = aboutOf(comer, lookup);
    const [counted] = await rows<{ own: number; all: number }>(
      client,
      `select
         (select coalesce(max(count), 0)::int from
           (select count(*) from desk_guess where about = any($1) and at > $3 group by about) each) as own,
         (select count(*)::int from desk_guess where about like $2 and at > $3) as all`,
      [about, `${contactOf({ ...comer, contact: '' })}%`, since],
    );
    const { own, all } = counted ?? { own: 0, all: 0 };
    if (own >= most) return 'wait';
    if (all >= mostOfChannel) return 'crowded';
    await rows(client, 'insert into desk_guess (about, at) select unnest($1::text[]), $2', [about, now]);
    return 'taken';
  });
}

/** The right word was said: its tries do not count any more. */
export async function forgetTries(pool: Pool, comer: Comer, lookup: string): Promise<void> {
  await rows(pool, 'delete from desk_guess where about = any($1)', [aboutOf(comer, lookup)]);
}

const contactOf = ({ channel, contact }: Comer) => `contact:${channel}:${contact}`;
const aboutOf = (comer: Comer, lookup: string) => [contactOf(comer), `receipt:${lookup}`];
