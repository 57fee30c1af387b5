import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { slug } from '../laws.ts';
import { approvedFolder, type ContentFiles } from '../load.ts';

/** Where a document stands: only an approved one answers. One folder each. */
export const states = ['drafts', 'approved', 'withdrawn'] as const;
export type State = (typeof states)[number];

/** A document as it is kept: one file. */
export type Kept = { state: State; path: string; text: string };

/** The documents that an operator brought. Every change of a file is whole or not at all. */
export type DocumentFolder = {
  /** All kept under this number, in the order of `states`. */
  find(number: string): Kept[];
  all(): Kept[];
  /** Keeps the text as this document in this state, in place of what was there. Returns its path. */
  keep(state: State, number: string, text: string): string;
  remove(state: State, number: string): void;
  /** Makes the folder and locks it with `lock`, given the file to lock. Returns the release. */
  hold(lock: (file: string) => () => void): () => void;
};

export function documentFolder(folder: string): DocumentFolder {
  const pathOf = (state: State, name: string) => join(folder, state, name);
  const read = (state: State, name: string): Kept[] => {
    const path = pathOf(state, name);
    return existsSync(path) ? [{ state, path, text: readFileSync(path, 'utf8') }] : [];
  };
  return {
    find: (number) => clearly(folder, () => states.flatMap((state) => read(state, fileName(number)))),
    all: () =>
      clearly(folder, () => states.flatMap((state) => names(folder, state).flatMap((name) => read(state, name)))),
    keep: (state, number, text) =>
      clearly(folder, () => {
        mkdirSync(join(folder, state), { recursive: true });
        const path = pathOf(state, fileName(number));
        writeWhole(path, text);
        return path;
      }),
    remove: (state, number) => clearly(folder, () => rmSync(pathOf(state, fileName(number)), { force: true })),
    hold: (lock) =>
      clearly(folder, () => {
        mkdirSync(folder, { recursive: true });
        return lock(join(folder, 'ingest.lock'));
      }),
  };
}

/** The approved documents as content files, for start-up to check and load like `knowledge/laws`. */
export function readApproved(folder: string): ContentFiles {
  return clearly(
    folder,
    () =>
      new Map(
        names(folder, 'approved').map((name) => [
          `${approvedFolder}${name}`,
          readFileSync(join(folder, 'approved', name), 'utf8'),
        ]),
      ),
  );
}

function names(folder: string, state: State): string[] {
  const place = join(folder, state);
  return existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith('.md'))
        .sort()
    : [];
}

/** "76/2026/NĐ-CP" → "76-2026-nd-cp.md". */
export function fileName(number: string): string {
  return `${slug(number)}.md`;
}

/** Written beside its place, down to the disk, and moved there. */
function writeWhole(path: string, text: string): void {
  const fresh = `${path}.new-${process.pid}`;
  try {
    const handle = openSync(fresh, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

function clearly<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new AppError('disk-full', `Ổ đĩa của "${folder}" đã đầy. Dọn chỗ trống rồi chạy lại.`);
    if (code !== undefined)
      throw new AppError(
        'folder-unreadable',
        `Không đọc ghi được thư mục văn bản "${folder}" (${code}). Kiểm tra quyền, hoặc đặt DATA_DIR khác.`,
      );
    throw error;
  }
}
