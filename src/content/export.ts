import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { nameOf } from '../core/content/item.ts';
import { AppError } from '../core/errors.ts';
import type { LiveContent } from '../live/content.ts';
import { filesWith } from '../live/overlay.ts';

/** The folders that stand for `knowledge/` and `prompts/`. */
export type Places = { knowledge: string; prompts: string };

export function placesOf({ knowledgeDir, promptsDir }: Config, out: string | null): Places {
  if (out === null) return { knowledge: knowledgeDir, prompts: promptsDir };
  return { knowledge: out, prompts: join(dirname(join(out, '.')), 'prompts') };
}

/**
 * Writes what is published into the files it belongs in, each whole or not at all, and tells what was written. What
 * somebody must choose first is left out. From the next start the files say it, and nothing stands over them any more.
 */
export function exportContent({ current, base, catalogue }: LiveContent, places: Places): string[] {
  const { over, conflicts, broken, publications, day } = current();
  const ready = over.filter((one) => !conflicts.includes(one));
  const files = filesWith(base.files, ready, catalogue());
  const changed = [...files].filter(([name, text]) => base.files.get(name) !== text);
  for (const [name, text] of changed) write(placeOf(name, places), text);
  const left = [...conflicts, ...broken].map(nameOf);
  const later = publications.filter(({ from, body }) => from > day && body !== null).map(nameOf);
  return [
    ...changed.map(([name]) => `Đã ghi ${placeOf(name, places)}`),
    changed.length === 0
      ? 'Không có gì để chép: tệp đã nói đúng những gì được công bố.'
      : `Đã chép ${ready.length} mục vào ${changed.length} tệp. Xem lại bằng git diff, rồi npm run ingest.`,
    ...(left.length === 0 ? [] : [`Chưa chép, vì phải có người chọn ở /can-bo/noi-dung: ${left.join(', ')}.`]),
    ...(later.length === 0 ? [] : [`Chưa chép, vì còn chờ tới ngày: ${[...new Set(later)].join(', ')}.`]),
  ];
}

function placeOf(name: string, { knowledge, prompts }: Places): string {
  return name.startsWith('prompts/')
    ? join(prompts, name.slice('prompts/'.length))
    : join(knowledge, name.slice('knowledge/'.length));
}

/** Written beside and moved, so that a full disk leaves the old file whole. */
function write(path: string, text: string): void {
  const fresh = `${path}.new-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, text);
    renameSync(fresh, path);
  } catch {
    tidy(fresh);
    throw new AppError('folder-unreadable', `Không ghi được "${path}". Kiểm tra quyền, hoặc dùng --out.`);
  }
}

function tidy(fresh: string): void {
  try {
    rmSync(fresh, { force: true });
  } catch {
    // Its folder is none: nothing was written.
  }
}
