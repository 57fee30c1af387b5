import type { Pool } from 'pg';
import { z } from 'zod';
import type { TokenStore, Tokens } from '../core/oa-tokens.ts';
import type { Seal } from './mailbox/seal.ts';
import { rows } from './sql.ts';

/** Any constant: the class of the locks by which one replica at a time refreshes. */
const lockClass = 224_2023;
/** How long one that began is left alone where its lock cannot be seen (a connection pooler in between). */
const leftAlone = "interval '1 minute'";

const stored = z.object({
  access: z.string(),
  refresh: z.string(),
  takenAt: z.coerce.date(),
  accessUntil: z.coerce.date(),
  refreshUntil: z.coerce.date(),
});

type Row = { version: string; sealed: Uint8Array; refresh: 'idle' | 'begun' | 'spent' };

/** The tokens of one app in the database, sealed. `kind`: the embedded database has one process, so it needs no lock. */
export function postgresTokens(pool: Pool, kind: 'embedded' | 'postgres', seal: Seal, appId: string): TokenStore {
  const place = `zalo_oa_token:${appId}`;
  const close = (tokens: Tokens) => seal.close(JSON.stringify(tokens), place);
  return {
    async load() {
      const [row] = await rows<Row>(pool, 'select version, sealed, refresh from zalo_oa_token where app_id = $1', [
        appId,
      ]);
      if (!row) return 'none';
      const plain = seal.open(row.sealed, place);
      if (plain === null) return 'unreadable';
      return { version: Number(row.version), tokens: stored.parse(JSON.parse(plain)), refresh: row.refresh };
    },

    async alone(work) {
      if (kind === 'embedded') return work();
      const client = await pool.connect();
      // A lock of the connection: the server lets it go at once when this process dies.
      let kept = true;
      try {
        const [{ mine } = { mine: false }] = await rows<{ mine: boolean }>(
          client,
          `select pg_try_advisory_lock(${lockClass}, hashtext($1)) as mine`,
          [appId],
        );
        if (!mine) return 'busy';
        try {
          return await work();
        } finally {
          await client.query(`select pg_advisory_unlock(${lockClass}, hashtext($1))`, [appId]).catch(() => {
            kept = false;
          });
        }
      } finally {
        client.release(!kept);
      }
    },

    async begin(version) {
      const begun = await rows(
        pool,
        `update zalo_oa_token set refresh = 'begun', begun_at = now()
         where app_id = $1 and version = $2
           and (refresh = 'idle' or (refresh = 'begun' and begun_at < now() - ${leftAlone}))
         returning version`,
        [appId, version],
      );
      return begun.length > 0;
    },

    async store(version, tokens) {
      await rows(
        pool,
        `update zalo_oa_token set version = version + 1, sealed = $3, refresh = 'idle', begun_at = null
         where app_id = $1 and version = $2`,
        [appId, version, close(tokens)],
      );
    },

    async end(version, as) {
      await rows(pool, 'update zalo_oa_token set refresh = $3, begun_at = null where app_id = $1 and version = $2', [
        appId,
        version,
        as,
      ]);
    },

    async replace(tokens) {
      await rows(
        pool,
        `insert into zalo_oa_token (app_id, version, sealed, refresh) values ($1, 1, $2, 'idle')
         on conflict (app_id) do update
         set version = zalo_oa_token.version + 1, sealed = excluded.sealed, refresh = 'idle', begun_at = null`,
        [appId, close(tokens)],
      );
    },
  };
}
