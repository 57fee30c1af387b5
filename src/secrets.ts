import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { AppError } from './core/errors.ts';

/** What a queued channel needs to stay the same from start to start. */
export type QueueSecrets = {
  /** Seals what waits in the queue. */
  queueKey: string;
  /** Makes pseudonyms of contacts. */
  contactKey: string;
};

/**
 * The secrets of queued channels: from the environment, or, with the embedded database, made once and kept beside it
 * for this account only. Throws `config-invalid` when a server is used without them: replicas must share them.
 */
export function queueSecrets(config: Config): QueueSecrets {
  const { queueKey, contactKey, databaseUrl, dataDir } = config;
  const missing = [queueKey === null ? 'QUEUE_KEY' : [], contactKey === null ? 'CONTACT_KEY' : []].flat();
  if (databaseUrl !== null && missing.length > 0)
    throw new AppError(
      'config-invalid',
      `Thiếu ${missing.join(' và ')}. Dùng PostgreSQL thì phải đặt, và mọi máy cùng chạy phải giống nhau. Tạo bằng: openssl rand -hex 32`,
    );
  return {
    queueKey: queueKey ?? keptSecret(dataDir, 'queue'),
    contactKey: contactKey ?? keptSecret(dataDir, 'contact'),
  };
}

/** A secret of this folder: read, or made now. Two starts at once end up with the same one. */
function keptSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, 'keys');
  const file = join(folder, `${name}.key`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch {
    // Said below.
  }
  throw new AppError(
    'folder-unreadable',
    `Không đọc ghi được khoá ở "${file}". Kiểm tra quyền của thư mục. Nếu tệp hỏng thì xoá tệp: tin đang chờ trả lời sẽ mất.`,
  );
}
