import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/postgres/open.ts';

/** The ways a word may stand in bytes: as it is, decomposed, escaped, in other letters, in a row's binary text. */
function formsOf(word: string): Buffer[] {
  const bytes = Buffer.from(word);
  // Within longer text, base64 of a word depends on how many bytes stand before it; what its neighbours touch is cut off.
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
  const escaped = [...word].map((one) =>
    one < '\x7f' ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    ...[word, word.normalize('NFD'), bytes.toString('hex'), encodeURIComponent(word), escaped.join('')],
    ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
  ]
    .map((text) => Buffer.from(text))
    .concat(Buffer.from(word, 'utf16le'));
}

/** Those of `words` that stand in any of `places`, in whatever form. */
export function foundIn(places: Array<Uint8Array | string>, words: string[]): string[] {
  const all = places.map((one) => Buffer.from(one as string));
  return words.filter((word) => formsOf(word).some((form) => all.some((bytes) => bytes.includes(form))));
}

/** Every file below a folder. */
export function filesIn(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)));
}

/** Every row of every table of the embedded database in `dataDir` that is not the engine's own, as text. */
export async function dumpOf(dataDir: string, before: string[] = []): Promise<string[]> {
  const unused = { snapshotDir: join(dataDir, 'prepared'), fingerprint: '', prepare: async () => {} };
  const database = await openDatabase({ dataDir, ...unused, onProgress: () => {} });
  try {
    for (const text of before) await database.pool.query(text);
    const { rows: tables } = await database.pool.query(
      "select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
    );
    const dump: string[] = [];
    for (const { table_schema, table_name } of tables) {
      const { rows } = await database.pool.query(
        `select '${table_name} ' || to_jsonb(t)::text as row from "${table_schema}"."${table_name}" t`,
      );
      dump.push(...rows.map(({ row }) => row));
    }
    await database.pool.query('checkpoint');
    return dump;
  } finally {
    await database.close();
  }
}
