import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';

const nameOf = (fingerprint: string) => `prepared-${fingerprint}.tar.gz`;

/** The prepared database for this content, or `null` when there is none yet or its file is broken. */
export function loadSnapshot(folder: string, fingerprint: string): Blob | null {
  try {
    // Unpacked here: a broken archive inside PGlite would reject outside our reach.
    const tar = gunzipSync(readFileSync(join(folder, nameOf(fingerprint))));
    return new Blob([new Uint8Array(tar)], { type: 'application/x-tar' });
  } catch {
    return null;
  }
}

/** Keeps the prepared database for the next start; older ones go. Written beside and renamed, never half there. */
export async function saveSnapshot(db: PGlite, folder: string, fingerprint: string): Promise<void> {
  const dump = await db.dumpDataDir('gzip');
  const bytes = new Uint8Array(await dump.arrayBuffer());
  mkdirSync(folder, { recursive: true });
  const name = nameOf(fingerprint);
  const fresh = join(folder, `${name}.new-${process.pid}`);
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, join(folder, name));
  } finally {
    rmSync(fresh, { force: true });
  }
  for (const old of readdirSync(folder))
    if (old.startsWith('prepared-') && old !== name && !old.includes('.new-'))
      rmSync(join(folder, old), { force: true });
}
