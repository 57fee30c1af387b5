import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { AppError } from '../core/errors.ts';
import { rows, transaction } from './sql.ts';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));
/** Any constant: one lock for all replicas of this program. */
const lockKey = 224_2021;

/**
 * Runs the numbered files once each, in order, under a lock; adds the vector column where pgvector is available.
 * Returns whether it is. Throws `migration-failed` when an applied file was edited or a new one fails.
 */
export async function migrate(pool: Pool, files = migrationFiles()): Promise<boolean> {
  return transaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    await client.query(
      'create table if not exists migration (name text primary key, sum text not null, applied_at timestamptz not null default now())',
    );
    const applied = new Map(
      (await rows<{ name: string; sum: string }>(client, 'select name, sum from migration')).map((one) => [
        one.name,
        one.sum,
      ]),
    );
    for (const { name, text } of files) {
      const sum = createHash('sha256').update(text).digest('hex');
      const before = applied.get(name);
      if (before === sum) continue;
      if (before !== undefined)
        throw new AppError(
          'migration-failed',
          `Tệp ${name} đã chạy rồi mà bị sửa. Trả lại như cũ và thêm một tệp số tiếp theo.`,
        );
      await client.query(text).catch(() => {
        throw new AppError('migration-failed', `Không chạy được ${name}. Kiểm tra quyền của tài khoản cơ sở dữ liệu.`);
      });
      await client.query('insert into migration (name, sum) values ($1, $2)', [name, sum]);
    }
    return addVector(client);
  });
}

type Client = Parameters<Parameters<typeof transaction>[1]>[0];

async function addVector(client: Client): Promise<boolean> {
  const [offered] = await rows(client, "select 1 from pg_available_extensions where name = 'vector'");
  if (!offered) return false;
  await client.query('create extension if not exists vector');
  // Room for every 32-bit hash of a term; pgvector stores only the terms a passage has.
  await client.query('alter table passage add column if not exists words sparsevec(1000000000)');
  return true;
}

export type MigrationFile = { name: string; text: string };

export function migrationFiles(): MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') }));
}
