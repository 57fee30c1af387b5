import type { Pool } from 'pg';
import type { PublicKey } from '../../core/referral/case.ts';
import type { DeskKey, DeskKeys } from '../../core/referral/desk-keys.ts';
import type { Sealing } from '../../core/referral/sealing.ts';
import { rows, type Sql, transaction } from '../sql.ts';

/** The keys that a letter of a case is sealed to now. */
export async function activeKeys(sql: Sql): Promise<PublicKey[]> {
  return rows<PublicKey>(sql, "select id, raw from desk_key where state = 'active' order by id");
}

export function deskKeys(pool: Pool, sealing: Pick<Sealing, 'isPublicKey'>): DeskKeys {
  const wrap = (sql: Sql, key: string, officer: string, wrapped: string) =>
    rows(
      sql,
      `insert into desk_key_wrap (key, officer, wrapped)
       select id, $2, $3 from desk_key where id = $1 and state <> 'revoked'
       on conflict (key, officer) do update set wrapped = excluded.wrapped returning key`,
      [key, officer, wrapped],
    );
  return {
    list: () =>
      rows<DeskKey>(
        pool,
        `select id, raw, kind, state, created_at as "createdAt",
           array(select officer from desk_key_wrap where key = desk_key.id order by officer) as officers
         from desk_key order by created_at desc, id`,
      ),
    add: (key, kind, wrapped) =>
      transaction(pool, async (client) => {
        if (!sealing.isPublicKey(key) || (kind === 'desk') !== (wrapped !== null)) return false;
        const added = await rows(
          client,
          'insert into desk_key (id, raw, kind) values ($1, $2, $3) on conflict do nothing returning id',
          [key.id, key.raw, kind],
        );
        if (added.length === 0) return false;
        if (wrapped !== null) {
          await rows(
            client,
            "update desk_key set state = 'retired' where kind = 'desk' and state = 'active' and id <> $1",
            [key.id],
          );
          await wrap(client, key.id, wrapped.officer, wrapped.key);
        }
        return true;
      }),
    wrapFor: async (key, officer, wrapped) => (await wrap(pool, key, officer, wrapped)).length > 0,
    async wrappedFor(officer) {
      const found = await rows<{ id: string; raw: string; wrapped: string }>(
        pool,
        `select id, raw, wrapped from desk_key_wrap join desk_key on id = key
         where officer = $1 and state <> 'revoked' order by created_at desc, id`,
        [officer],
      );
      return found.map(({ id, raw, wrapped }) => ({ key: { id, raw }, wrapped }));
    },
    async dropFor(officer) {
      await pool.query('delete from desk_key_wrap where officer = $1', [officer]);
    },
    revoke: (key) =>
      transaction(pool, async (client) => {
        await rows(client, "update desk_key set state = 'revoked' where id = $1", [key]);
        await rows(client, 'delete from desk_key_wrap where key = $1', [key]);
      }),
  };
}
