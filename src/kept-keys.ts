import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from './core/errors.ts';

/** Secrets in a file of this account only, newest first. */
export type KeptKeys = {
  all: () => string[];
  /** Makes a new first one and forgets all but the one before: what the older ones sealed can never be read again. */
  renew: () => void;
};

/** Reads the file, or makes it with one secret. Throws `folder-unreadable`. */
export function keptKeys(file: string): KeptKeys {
  let secrets = read(file);
  const write = (next: string[]) => {
    writeFileSync(`${file}.new`, next.join('\n'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    secrets = next;
  };
  return {
    all: () => secrets,
    renew: () => write([fresh(), ...secrets.slice(0, 1)]),
  };
}

const fresh = () => randomBytes(32).toString('hex');

function read(file: string): string[] {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, fresh(), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const secrets = readFileSync(file, 'utf8').split('\n');
    if (secrets.every((one) => /^[0-9a-f]{64}$/.test(one))) return secrets;
  } catch {
    // Said below.
  }
  throw new AppError(
    'folder-unreadable',
    `Không đọc ghi được khoá ở "${file}". Kiểm tra quyền của thư mục. Nếu tệp hỏng thì xoá tệp: tin đang chờ trả lời sẽ mất.`,
  );
}
