import type { Campaign } from '../../src/core/broadcast/campaign.ts';
import { plainReply, type Reply } from '../../src/core/reply.ts';
import { closeSubscribed, subscriptionSeal } from '../../src/postgres/broadcast/subscriptions.ts';
import type { Database } from '../../src/postgres/open.ts';
import { usualKey } from './house.ts';

const seal = subscriptionSeal(() => [usualKey]);

/** Subscribes invented people, as their turns would. */
export async function subscribe(
  database: Database,
  contacts: string[],
  want: 'daily' | 'days' = 'daily',
): Promise<void> {
  await database.pool.query(
    `insert into subscription (contact, channel, want, sealed)
     select contact, 'telegram', $3, sealed from unnest($1::text[], $2::bytea[]) as given (contact, sealed)`,
    [contacts, contacts.map((one) => closeSubscribed(seal, one, `chat-${one}`)), want],
  );
}

/** A message that two people agreed to, due now, to be over in `minutes`. Returns its id. */
export async function due(
  database: Database,
  { audience = 'all', minutes = 60, day = 0 }: { audience?: 'all' | 'daily'; minutes?: number; day?: number } = {},
): Promise<number> {
  const { rows } = await database.pool.query(
    `insert into campaign (day, starts_at, ends_at, audience, fact, words, state, made_by, approved_by)
     values (date '2026-03-08' + $3::int, now() - interval '1 minute', now() + make_interval(mins => $2), $1, 'x', 'một điều', 'approved', 'mai', 'lan')
     returning id`,
    [audience, minutes, day],
  );
  return Number(rows[0].id);
}

/** State and counts of a message. */
export async function standing(database: Database, id: number) {
  const { rows } = await database.pool.query(
    'select state, planned, sent, refused, gone, uncertain, late from campaign where id = $1',
    [id],
  );
  return rows[0] as Campaign['counts'] & Pick<Campaign, 'state'>;
}

export const theReply: Reply = plainReply(['Điều hôm nay: một điều'], 'smalltalk');

/** All tables of the program as text, without what is drawn by chance: times, sealed bytes, running numbers. */
export async function dump(database: Database): Promise<string> {
  const { rows: tables } = await database.pool.query(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query(`select * from "${name}"`);
    const plain = rows.map((row) =>
      JSON.stringify(row, (key, value) => {
        if (['id', 'update_id', 'latency_ms'].includes(key)) return undefined;
        if (value?.type === 'Buffer' || ArrayBuffer.isView(value)) return 'sealed';
        return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? 'time' : value;
      }),
    );
    parts.push(`${name}\n${plain.sort().join('\n')}`);
  }
  return parts.join('\n\n');
}
