import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { AppError } from '../core/errors.ts';
import { embeddedPools } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { Database, OpenOptions, Prepare, Progress, ScratchOptions } from './open.ts';
import { loadSnapshot, saveSnapshot } from './snapshot.ts';

/** Opens the embedded database in its folder, which is made at the first start. Throws `AppError`. */
export async function openEmbedded({
  dataDir,
  snapshotDir,
  fingerprint,
  prepare,
  onProgress,
}: OpenOptions): Promise<Database> {
  makeFolder(dataDir);
  const release = lockFolder(join(dataDir, 'db.lock'));
  const folder = join(dataDir, 'db');
  try {
    if (!existsSync(folder)) await createFolder(folder, snapshotDir, fingerprint, prepare, onProgress);
    const db = await PGlite.create({ dataDir: folder, extensions: { vector } });
    const database = await wrap(db, release);
    await prepare(database);
    return database;
  } catch (error) {
    release();
    throw clear(error, dataDir);
  }
}

/** Makes the database beside its place and moves it there whole, so that a broken first start leaves nothing. */
async function createFolder(
  folder: string,
  snapshotDir: string,
  fingerprint: string,
  prepare: Prepare,
  onProgress: Progress,
): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    const snapshot = loadSnapshot(snapshotDir, fingerprint);
    onProgress(
      snapshot ? 'Lần chạy đầu: mở kho dữ liệu đã chuẩn bị sẵn…' : 'Lần chạy đầu: tạo kho dữ liệu (khoảng mười giây)…',
    );
    const db = await createFrom(snapshot, fresh);
    const database = await wrap(db, () => {});
    await prepare(database);
    if (!snapshot) await saveSnapshot(db, snapshotDir, fingerprint);
    await database.close();
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** A database from a snapshot, or a new one; a snapshot that cannot be read is passed over. */
async function createFrom(snapshot: Blob | null, dataDir?: string): Promise<PGlite> {
  const base = { extensions: { vector }, ...(dataDir === undefined ? {} : { dataDir }) };
  if (snapshot) {
    try {
      return await PGlite.create({ ...base, loadDataDir: snapshot });
    } catch {
      if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
    }
  }
  return PGlite.create(base);
}

/** A throw-away copy in memory. Without `snapshotDir` nothing is kept. */
export async function makeScratch(options: ScratchOptions): Promise<Database> {
  const { snapshotDir, fingerprint = '', prepare } = options;
  const snapshot = snapshotDir === undefined ? null : loadSnapshot(snapshotDir, fingerprint);
  const db = await createFrom(snapshot);
  const database = await wrap(db, () => {});
  await prepare(database);
  // A folder that cannot be written costs the next run some seconds, nothing more.
  if (!snapshot && snapshotDir !== undefined) await saveSnapshot(db, snapshotDir, fingerprint).catch(() => {});
  return database;
}

async function wrap(db: PGlite, release: () => void): Promise<Database> {
  const { pool, urgent } = embeddedPools(db);
  const hasVector = await migrate(pool);
  const close = async () => {
    await Promise.all([pool.end(), urgent.end()]);
    await db.close();
    release();
  };
  return { pool, urgent, kind: 'embedded', vector: hasVector, close };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw clear(error, folder);
  }
}

/** The embedded database reports a full disk by WASI's number, without a code. */
const wasiNoSpace = 51;

/** The one clear line for what the file system says; our own errors pass. */
function clear(error: unknown, folder: string): unknown {
  if (error instanceof AppError) return error;
  const { code, errno } = error as { code?: string; errno?: number };
  if (code === 'ENOSPC' || code === 'EDQUOT' || (code === undefined && errno === wasiNoSpace))
    return new AppError('disk-full', `Ổ đĩa của "${folder}" đã đầy. Dọn chỗ trống rồi chạy lại.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return new AppError(
      'folder-unreadable',
      `Không đọc ghi được thư mục dữ liệu "${folder}". Kiểm tra quyền, hoặc đặt DATA_DIR khác.`,
    );
  return error;
}
