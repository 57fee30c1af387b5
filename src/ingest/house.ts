import { join } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { type DocumentFolder, documentFolder, fileName, readApproved } from '../knowledge/documents/folder.ts';
import { approvedFolder, parseKnowledge, readContent } from '../knowledge/load.ts';
import { namingFiles } from '../knowledge/problem.ts';
import { isHeld, lockFolder } from '../postgres/folder-lock.ts';

/** What the commands of the operator work with. */
export type House = {
  config: Config;
  folder: DocumentFolder;
  /** `YYYY-MM-DD`. */
  today: string;
  say: (line: string) => void;
};

export function makeHouse(config: Config, today: string, say: (line: string) => void): House {
  return { config, folder: documentFolder(config.documentsDir), today, say };
}

/** Does `work` while no other such command runs on the folder. Throws `folder-in-use`. */
export async function alone<T>({ folder }: House, work: () => Promise<T> | T): Promise<T> {
  const release = folder.hold(lockOrSay);
  try {
    return await work();
  } finally {
    release();
  }
}

function lockOrSay(file: string): () => void {
  try {
    return lockFolder(file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'folder-in-use')
      throw new AppError('folder-in-use', 'Một lệnh nạp văn bản khác đang chạy. Chờ nó xong rồi chạy lại.');
    throw error;
  }
}

/** The knowledge as it would be with this text as the approved document of that number, or without any. */
export function knowledgeWith({ config }: House, number: string, text: string | null): Knowledge {
  const files = new Map([...readContent(config.knowledgeDir), ...readApproved(config.documentsDir)]);
  const name = `${approvedFolder}${fileName(number)}`;
  files.delete(name);
  if (text !== null) files.set(name, text);
  return namingFiles(config, () => parseKnowledge(files));
}

/** When what was just done begins to count. */
export function takesEffect({ config }: House): string {
  if (config.databaseUrl !== null) return 'Có hiệu lực khi dịch vụ khởi động lại.';
  return isHeld(join(config.dataDir, 'db.lock'))
    ? 'Dịch vụ đang chạy: có hiệu lực khi tắt rồi chạy lại "npm start".'
    : 'Có hiệu lực từ lần chạy "npm start" tới.';
}
