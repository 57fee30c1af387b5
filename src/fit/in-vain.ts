import { questionLines } from './question-files.ts';

/** All questions under `unanswerable/` of a content folder, that nothing in the knowledge answers; only learning reads them. */
export function readInVain(knowledge: string): string[] {
  return questionLines(knowledge, 'unanswerable').map(({ line }) => line);
}
