import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { AppError } from './core/errors.ts';
import { type KeptKeys, keptKeys } from './kept-keys.ts';

/** What a queued channel needs to stay the same from start to start. */
export type QueueSecrets = {
  queueKey: QueueKey;
  /** Makes pseudonyms of contacts. */
  contactKey: string;
};

/**
 * Seals what waits in the queue: secrets of the operator's, the newest first, or keys kept in a folder, those of words
 * apart so that they can be renewed whenever no words wait.
 */
export type QueueKey = string[] | { words: KeptKeys; ids: KeptKeys };

/**
 * The secrets of queued channels: from the environment, or, with the embedded database, made once and kept beside it
 * for this account only. Throws `config-invalid` when a server is used without them: replicas must share them.
 */
export function queueSecrets(config: Config): QueueSecrets {
  const { queueKey, contactKey } = config;
  demandShared(config);
  return {
    queueKey: queueKey === null ? { words: kept(config, 'words'), ids: kept(config, 'ids') } : given(config),
    contactKey: contactKey ?? kept(config, 'contact').all()[0] ?? '',
  };
}

/** What the tokens of a messenger are sealed with, the newest first, by the same rules. */
export function tokenKeys(config: Config): () => string[] {
  demandShared(config);
  return config.queueKey === null ? kept(config, 'tokens').all : () => given(config);
}

function given({ queueKey, queueKeyOld }: Config): string[] {
  return [queueKey, queueKeyOld].filter((one) => one !== null);
}

function kept({ dataDir }: Config, name: string): KeptKeys {
  return keptKeys(join(dataDir, 'keys', `${name}.key`));
}

function demandShared({ queueKey, queueKeyOld, contactKey, databaseUrl }: Config): void {
  if (queueKey === null && queueKeyOld !== null)
    throw new AppError(
      'config-invalid',
      'Có QUEUE_KEY_OLD mà thiếu QUEUE_KEY. Đặt khoá mới vào QUEUE_KEY, khoá cũ vào QUEUE_KEY_OLD.',
    );
  const missing = [queueKey === null ? 'QUEUE_KEY' : [], contactKey === null ? 'CONTACT_KEY' : []].flat();
  if (databaseUrl !== null && missing.length > 0)
    throw new AppError(
      'config-invalid',
      `Thiếu ${missing.join(' và ')}. Dùng PostgreSQL thì phải đặt, và mọi máy cùng chạy phải giống nhau. Tạo bằng: openssl rand -hex 32`,
    );
}

/** What the desk keeps outside the database. */
export type DeskSecrets = {
  /** Goes into every return key and the hash a receipt is found by; must stay while cases are open. */
  returns: string;
  /** Closes drafts and visits, which live for half an hour at most. */
  drafts: string;
};

/**
 * The secrets of the desk: from `QUEUE_KEY`; with the embedded database one kept beside it for returns, and one in
 * memory only for drafts, so that no copy of the folder ever opens a draft. Throws `config-invalid` when a server is
 * used without the setting: replicas must share it.
 */
export function deskSecrets({ queueKey, databaseUrl, dataDir }: Config, scratch: boolean): DeskSecrets {
  const fresh = () => randomBytes(32).toString('hex');
  if (scratch) return { returns: fresh(), drafts: fresh() };
  if (queueKey !== null) return { returns: queueKey, drafts: queueKey };
  if (databaseUrl !== null)
    throw new AppError(
      'config-invalid',
      'Thiếu QUEUE_KEY. Bàn trực mở (knowledge/desk.yaml) và dùng PostgreSQL thì phải đặt, mọi máy giống nhau. Tạo bằng: openssl rand -hex 32',
    );
  return { returns: keptKeys(join(dataDir, 'keys', 'desk.key')).all()[0] ?? '', drafts: fresh() };
}
