import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where questions stand that nothing in the knowledge answers, one a line; only learning reads them. */
const folder = 'unanswerable';

/** All questions under `unanswerable/` of a content folder, by file and line; a new province has none yet. */
export function readInVain(knowledge: string): string[] {
  const path = join(knowledge, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.questions'))
    .sort()
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
