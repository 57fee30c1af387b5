import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { AppError } from '../core/errors.ts';

/**
 * Holds `file` for this process, because two processes on one embedded database lose data silently. Taken over only
 * when the process that made it is gone (its number may have been given to another: the start time tells).
 * Throws `folder-in-use`. Returns the release.
 */
export function lockFolder(file: string): () => void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid} ${startOf(process.pid) ?? ''}`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== null && isRunning(holder))
        throw new AppError(
          'folder-in-use',
          `Kho dữ liệu đang được một Hoa Ban khác dùng (tiến trình ${holder.pid}). Tắt nó trước, hoặc đặt DATA_DIR khác.`,
        );
      rmSync(file, { force: true });
    }
  }
  throw new AppError('folder-in-use', 'Một Hoa Ban khác vừa mở kho dữ liệu này. Chờ một chút rồi chạy lại.');
}

/** Whether a running process holds `file`. */
export function isHeld(file: string): boolean {
  const holder = holderOf(file);
  return holder !== null && isRunning(holder);
}

type Holder = { pid: number; start: string };

function holderOf(file: string): Holder | null {
  try {
    const [pid, start = ''] = readFileSync(file, 'utf8').split(' ');
    return Number(pid) > 0 ? { pid: Number(pid), start } : null;
  } catch {
    return null;
  }
}

function isRunning({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = startOf(pid);
  return start === '' || now === null || now === start;
}

/** When the process started, as Linux counts it; `null` where the system does not say. */
function startOf(pid: number): string | null {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return null;
  const text = readFileSync(stat, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
