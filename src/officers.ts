import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Config } from './config.ts';
import { AppError } from './core/errors.ts';
import type { AccessParts } from './dashboard/access/door.ts';
import { makeMarks, officerKeys } from './dashboard/access/keys.ts';
import { makePasswords } from './dashboard/access/passwords.ts';
import { dashboard } from './dashboard/dashboard.ts';
import { unsetPage } from './dashboard/pages/unset.ts';
import { keptKeys } from './kept-keys.ts';
import { makeSeal } from './postgres/mailbox/seal.ts';
import { officerStore } from './postgres/officers/accounts.ts';
import { auditLog } from './postgres/officers/audit.ts';
import { tryStore } from './postgres/officers/tries.ts';
import { sessionStore } from './postgres/officers/visits.ts';
import type { Database } from './postgres/open.ts';

/** The officers' side put together. Throws `config-invalid` when a server is used without `OFFICER_KEY`. */
export function officerParts(
  config: Config,
  { pool }: Pick<Database, 'pool'>,
  now: () => Date,
): AccessParts & { cookieSecret: string } {
  const secret = officerSecret(config);
  const keys = officerKeys(secret);
  return {
    officers: officerStore(pool, keys.audit),
    sessions: sessionStore(pool, keys.audit),
    tries: tryStore(pool),
    audit: auditLog(pool, keys.audit),
    box: makeSeal(secret, 'officers'),
    mark: makeMarks(keys.marks),
    passwords: makePasswords(),
    now,
    cookieSecret: keys.cookie,
  };
}

/** The officers' pages; where the key is missing, a page that says so. The web chat is not touched. */
export function openOfficers(
  config: Config,
  database: Pick<Database, 'pool'>,
  now = () => new Date(),
): Pick<Hono, 'fetch'> {
  try {
    return dashboard(officerParts(config, database, now));
  } catch (error) {
    if (error instanceof AppError && error.code === 'config-invalid') return unsetPage();
    throw error;
  }
}

/** The secret of the officers' side: from the environment or, with the embedded database, kept beside it. */
function officerSecret({ officerKey, databaseUrl, dataDir }: Config): string {
  if (officerKey !== null) return officerKey;
  if (databaseUrl !== null)
    throw new AppError(
      'config-invalid',
      'Thiếu OFFICER_KEY. Dùng PostgreSQL thì phải đặt, và mọi máy cùng chạy phải giống nhau. Tạo bằng: openssl rand -hex 32',
    );
  return keptKeys(join(dataDir, 'keys', 'officers.key')).all()[0] ?? '';
}
