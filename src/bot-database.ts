import { join } from 'node:path';
import type { OpenOptions } from './bot.ts';
import type { Config } from './config.ts';
import type { Library } from './core/answer/library.ts';
import { pairedWords } from './core/search/index-passages.ts';
import { type Database, openDatabase, openScratch } from './postgres/open.ts';
import { type PassageRow, replacePassages } from './postgres/passages.ts';

/** Changes when the index is made in another way, so that prepared databases are made anew. */
const indexVersion = 2;

/**
 * The database of the service, or a throw-away copy, with the passages of the knowledge in it. `library` is asked for only
 * where they are not there yet: a database prepared earlier opens without it.
 */
export function openPrepared(
  { dataDir, databaseUrl }: Config,
  { scratch, onProgress }: OpenOptions,
  knowledgeFingerprint: string,
  library: () => Library,
): Promise<Database> {
  const fingerprint = `${knowledgeFingerprint}-${indexVersion}`;
  const prepare = (database: Pick<Database, 'pool' | 'vector'>) =>
    replacePassages(database, () => rowsOf(library()), fingerprint, onProgress);
  const prepared = { snapshotDir: join(dataDir, 'prepared'), fingerprint, prepare, onProgress };
  if (scratch) return openScratch(prepared);
  return openDatabase({ ...prepared, dataDir, ...(databaseUrl === null ? {} : { databaseUrl }) });
}

function rowsOf(library: Library): PassageRow[] {
  return library.index.rows.flatMap((row) => {
    const passage = library.knowledge.passages.get(row.id);
    if (!passage) return [];
    const { document, locator, inForceFrom, inForceTo, facts } = passage;
    return [{ id: row.id, document, locator, inForceFrom, inForceTo, kind: facts.kind, words: pairedWords(row) }];
  });
}
