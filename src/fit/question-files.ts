import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a file of questions, and where it stands. */
export type QuestionLine = { line: string; where: string };

/**
 * The lines of all files of one kind in a folder of the content, by file and line, without empty ones and those that
 * begin with "#"; none where the folder is missing, as in a new province.
 */
export function questionLines(knowledge: string, folder: string, ending = '.questions'): QuestionLine[] {
  const path = join(knowledge, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .flatMap((name) =>
      readFileSync(join(path, name), 'utf8')
        .split('\n')
        .map((line, at) => ({ line: line.trim(), where: `${folder}/${name}:${at + 1}` })),
    )
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
}
