import { join } from 'node:path';
import type { Config } from './config.ts';
import { AppError } from './core/errors.ts';
import { officerKeys } from './dashboard/access/keys.ts';
import { keptKeys } from './kept-keys.ts';
import { auditCases } from './postgres/officers/cases.ts';
import type { OnEvent } from './postgres/referrals/events.ts';

/**
 * The secret of the officers' side: from the environment or, with the embedded database, kept beside it. Throws
 * `config-invalid` when a server is used without it.
 */
export function officerSecret({ officerKey, databaseUrl, dataDir }: Config): string {
  if (officerKey !== null) return officerKey;
  if (databaseUrl !== null)
    throw new AppError(
      'config-invalid',
      'Thiếu OFFICER_KEY. Dùng PostgreSQL thì phải đặt, và mọi máy cùng chạy phải giống nhau. Tạo bằng: openssl rand -hex 32',
    );
  return keptKeys(join(dataDir, 'keys', 'officers.key')).all()[0] ?? '';
}

/** Writes deeds at cases into the audit log. `null` without the secret: a person's way must not hang on it. */
export function deskAudit(config: Config): OnEvent | null {
  if (config.officerKey === null && config.databaseUrl !== null) return null;
  // The key is made when there is something to write down: most installations never have a desk.
  let write: OnEvent | null = null;
  return (sql, event) => {
    write ??= auditCases(officerKeys(officerSecret(config)).audit);
    return write(sql, event);
  };
}
