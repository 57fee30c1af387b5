import pg from 'pg';
import { AppError } from '../core/errors.ts';
import { migrate } from './migrate.ts';

/** An open database behind the ordinary pool interface. */
export type Database = {
  pool: pg.Pool;
  /** The same database, for short statements that must not wait behind the others. */
  urgent: pg.Pool;
  kind: 'embedded' | 'postgres';
  /** Whether pgvector is there. */
  vector: boolean;
  close: () => Promise<void>;
};

export type Prepare = (database: Pick<Database, 'pool' | 'vector'>) => Promise<unknown>;
export type Progress = (step: string) => void;

export type OpenOptions = {
  databaseUrl?: string;
  dataDir: string;
  snapshotDir: string;
  fingerprint: string;
  prepare: Prepare;
  onProgress: Progress;
};

/** Opens and prepares the service's database. Throws `AppError` with one line that says what to do. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) return openServer(options.databaseUrl, options.prepare);
  // Loaded only here: with a server of its own the service needs none of it.
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(options);
}

export type ScratchOptions = { snapshotDir?: string; fingerprint?: string; prepare: Prepare; onProgress?: Progress };

/** A throw-away copy in memory that never touches the service's folder. Without `snapshotDir` nothing is kept. */
export async function openScratch(options: ScratchOptions): Promise<Database> {
  const { makeScratch } = await import('./embedded.ts');
  return makeScratch(options);
}

async function openServer(databaseUrl: string, prepare: Prepare): Promise<Database> {
  const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, max: 20 });
  const urgent = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, max: 2 });
  for (const one of [pool, urgent]) {
    // Whoever waits for a broken connection hears of it; without a listener it would end the process.
    one.on('error', () => {});
    one.on('connect', (client) => client.on('error', () => {}));
  }
  const close = async () => {
    await Promise.all([pool.end(), urgent.end()]);
  };
  try {
    await pool.query('select 1').catch(() => {
      throw new AppError(
        'database-unreachable',
        'Không nối được cơ sở dữ liệu ở DATABASE_URL. Kiểm tra địa chỉ, mật khẩu, và xem PostgreSQL đã chạy chưa.',
        { retry: true },
      );
    });
    const hasVector = await migrate(pool);
    const database: Database = { pool, urgent, kind: 'postgres', vector: hasVector, close };
    await prepare(database);
    return database;
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}
