import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new content folder that holds these files, by their paths in it. */
export function contentFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-content-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
