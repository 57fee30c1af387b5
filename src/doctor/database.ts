import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import { isHeld } from '../postgres/folder-lock.ts';
import { migrationFiles } from '../postgres/migrate.ts';
import { bad, type Finding, look, ok, unknown } from './finding.ts';

export type Seen = {
  findings: Finding[] /** Open until the doctor is done; `null` where it cannot be looked into. */;
  pool: pg.Pool | null;
};

const patienceMs = 5_000;
const leastVersion = 15;
/** Clocks further apart than this spoil time limits that replicas share. */
const mostSkewSeconds = 10;

/** Looks at the database without changing anything in it. */
export async function examineDatabase({ databaseUrl, dataDir }: Config, now: () => Date): Promise<Seen> {
  if (databaseUrl === null) return { findings: examineFolder(dataDir), pool: null };
  const pool = new pg.Pool({
    max: 2,
    connectionString: databaseUrl,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch {
    await pool.end().catch(() => {});
    const what =
      'Không nối được cơ sở dữ liệu ở DATABASE_URL. Kiểm tra địa chỉ, mật khẩu, và xem PostgreSQL đã chạy chưa.';
    return { findings: [bad('database', what)], pool: null };
  }
  try {
    return { findings: [...(await examineServer(pool, databaseUrl)), await examineClock(pool, now)], pool };
  } catch {
    const what = 'Nối được cơ sở dữ liệu nhưng không đọc được. Kiểm tra quyền của tài khoản trong DATABASE_URL.';
    return { findings: [bad('database', what)], pool };
  }
}

async function examineServer(pool: pg.Pool, url: string): Promise<Finding[]> {
  const one = async <T>(text: string) => (await pool.query(text)).rows[0] as T | undefined;
  const number = Number((await one<{ v: string }>("select current_setting('server_version_num') as v"))?.v ?? 0);
  const version = Math.floor(number / 10_000);
  const vector = await one("select 1 from pg_available_extensions where name = 'vector'");
  return [
    version >= leastVersion
      ? ok('database', `Cơ sở dữ liệu trả lời: PostgreSQL ${version}.`)
      : bad('database', `PostgreSQL ${version} quá cũ. Nâng lên bản ${leastVersion} trở lên.`),
    vector
      ? ok('pgvector', 'Có pgvector.')
      : look(
          'pgvector',
          'PostgreSQL này chưa có pgvector: bot tìm trong bộ nhớ, vẫn trả lời đúng. Muốn có thì cài gói pgvector cho PostgreSQL rồi chạy lại.',
        ),
    ...(await examineMigrations(pool)),
    ...(isFar(url)
      ? [look('database', 'Đường tới cơ sở dữ liệu ở máy khác chưa mã hóa. Thêm sslmode=verify-full vào DATABASE_URL.')]
      : []),
  ];
}

async function examineMigrations(pool: pg.Pool): Promise<Finding[]> {
  const {
    rows: [{ there } = { there: null }],
  } = await pool.query("select to_regclass('migration') as there");
  if (there === null) return [look('migrations', 'Cơ sở dữ liệu còn trống. Lần chạy đầu (npm start) sẽ tạo bảng.')];
  const { rows } = await pool.query('select name, sum from migration');
  const applied = new Map(rows.map(({ name, sum }) => [String(name), String(sum)]));
  const files = migrationFiles().map(({ name, text }) => ({
    name,
    sum: createHash('sha256').update(text).digest('hex'),
  }));
  const edited = files.filter(({ name, sum }) => applied.has(name) && applied.get(name) !== sum);
  const waiting = files.filter(({ name }) => !applied.has(name));
  const newer = [...applied.keys()].filter((name) => !files.some((file) => file.name === name));
  if (edited.length > 0)
    return [
      bad(
        'migrations',
        `Tệp ${edited.map(({ name }) => name).join(', ')} đã chạy rồi mà bị sửa: bot sẽ không chạy. Lấy lại tệp gốc của bản cài.`,
      ),
    ];
  return [
    newer.length > 0
      ? look(
          'migrations',
          `Cơ sở dữ liệu đã được một bản mới hơn dùng (${newer.length} bước). Cài bản mới đó ở máy này.`,
        )
      : [],
    waiting.length > 0
      ? look('migrations', `Còn ${waiting.length} bước cập nhật bảng. Lần chạy tới sẽ tự làm; nên sao lưu trước.`)
      : [],
    newer.length + waiting.length === 0 ? ok('migrations', `Bảng dữ liệu đúng bản này (${files.length} bước).`) : [],
  ].flat();
}

async function examineClock(pool: pg.Pool, now: () => Date): Promise<Finding> {
  const before = now().getTime();
  const {
    rows: [{ at } = { at: before }],
  } = await pool.query('select extract(epoch from clock_timestamp()) * 1000 as at');
  const skew = Math.round(Math.abs(Number(at) - (before + now().getTime()) / 2) / 1_000);
  return skew <= mostSkewSeconds
    ? ok('clock', 'Đồng hồ máy này và máy cơ sở dữ liệu khớp nhau.')
    : bad('clock', `Đồng hồ máy này lệch ${skew} giây so với máy cơ sở dữ liệu. Bật đồng bộ giờ (NTP) ở cả hai máy.`);
}

function examineFolder(dataDir: string): Finding[] {
  const folder = join(dataDir, 'db');
  try {
    accessSync(existsSync(dataDir) ? dataDir : '.', constants.R_OK | constants.W_OK);
  } catch {
    return [
      bad('database', `Không đọc ghi được thư mục dữ liệu "${dataDir}". Kiểm tra quyền, hoặc đặt DATA_DIR khác.`),
    ];
  }
  if (!existsSync(folder)) return [ok('database', `Kho dữ liệu đi kèm sẽ được tạo ở "${dataDir}" khi chạy lần đầu.`)];
  return isHeld(join(dataDir, 'db.lock'))
    ? [ok('database', 'Kho dữ liệu đi kèm đang được Hoa Ban dùng.')]
    : [
        existsSync(join(folder, 'PG_VERSION'))
          ? ok('database', `Kho dữ liệu đi kèm ở "${dataDir}", hiện không ai dùng.`)
          : bad(
              'database',
              `Thư mục "${folder}" không phải kho dữ liệu. Lấy lại từ bản sao lưu, hoặc đổi tên nó để tạo kho mới.`,
            ),
        unknown('migrations', 'Kho dữ liệu đi kèm chỉ xem được khi Hoa Ban chạy; khi chạy, bot tự kiểm tra.'),
      ];
}

/** Another machine, reached without a word about encryption. */
function isFar(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const near = hostname === '' || hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
  // A name without dots is a machine of the same private network, as in compose.yaml.
  return (
    !near && hostname.includes('.') && !/^(require|verify-ca|verify-full)$/.test(searchParams.get('sslmode') ?? '')
  );
}
