import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { bad, type Finding, ok } from './finding.ts';

/** Looks at the secrets: there where they must be, not guessable, not one for everything, not readable by others. */
export function examineKeys(config: Config): Finding[] {
  const { contactKey, queueKey, queueKeyOld, officerKey, databaseUrl, dataDir } = config;
  const given = Object.entries({
    QUEUE_KEY: queueKey,
    CONTACT_KEY: contactKey,
    OFFICER_KEY: officerKey,
    QUEUE_KEY_OLD: queueKeyOld,
  });
  const missing = given.slice(0, 3).filter(([, key]) => key === null && databaseUrl !== null);
  const weak = given.filter(([, key]) => key !== null && isGuessable(key));
  const twins = given.filter(
    ([name, key]) => key !== null && given.some(([other, same]) => other !== name && same === key),
  );
  const names = (which: typeof given) => which.map(([name]) => name).join(', ');
  const findings = [
    missing.length > 0
      ? bad(
          'keys',
          `Thiếu ${names(missing)}: dùng PostgreSQL thì phải đặt, mọi máy giống nhau. Tạo bằng: openssl rand -hex 32`,
        )
      : [],
    weak.length > 0 ? bad('keys', `${names(weak)} dễ đoán. Tạo khóa khác bằng: openssl rand -hex 32`) : [],
    twins.length > 0 ? bad('keys', `${names(twins)} giống nhau. Mỗi biến một khóa riêng: openssl rand -hex 32`) : [],
    queueKey === null && queueKeyOld !== null
      ? bad('keys', 'Có QUEUE_KEY_OLD mà thiếu QUEUE_KEY. Khóa mới để ở QUEUE_KEY, khóa cũ ở QUEUE_KEY_OLD.')
      : [],
    databaseUrl === null ? examineKept(join(dataDir, 'keys')) : [],
  ].flat();
  return findings.length > 0
    ? findings
    : [
        ok(
          'keys',
          databaseUrl === null
            ? 'Khóa ở DATA_DIR/keys chỉ tài khoản này đọc được. Nhớ chép officers.key và desk.key ra giấy, cất riêng.'
            : 'Đủ khóa.',
        ),
      ];
}

/** Few different letters: typed by hand or copied from an example, not drawn. */
function isGuessable(key: string): boolean {
  return new Set(key).size < 10 || /(.{1,8})\1{3}/.test(key);
}

function examineKept(folder: string): Finding[] {
  try {
    const open = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
    return open.length === 0
      ? []
      : [bad('keys', `Người khác trên máy đọc được khóa ${open.join(', ')}. Chạy: chmod 600 ${join(folder, '*')}`)];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    return [bad('keys', `Không đọc được thư mục khóa "${folder}". Kiểm tra quyền của thư mục.`)];
  }
}
