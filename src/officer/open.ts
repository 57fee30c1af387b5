import { openBot } from '../app.ts';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { officerParts } from '../officers.ts';
import type { Opened } from './command.ts';

/** Opens the accounts of the service's own database. Throws `folder-in-use` while the service holds it. */
export async function openAccounts(config: Config, onProgress: (step: string) => void): Promise<Opened> {
  const bot = await openBot(config, { scratch: false, onProgress }).catch((error) => {
    if (error instanceof AppError && error.code === 'folder-in-use')
      throw new AppError(
        'folder-in-use',
        'Hoa Ban đang chạy và giữ kho dữ liệu. Dừng Hoa Ban rồi chạy lại lệnh này, hoặc để người quản trị làm ở trang /can-bo/tai-khoan.',
      );
    throw error;
  });
  try {
    return { parts: officerParts(config, bot.database, () => new Date()), close: bot.close };
  } catch (error) {
    await bot.close();
    throw error;
  }
}
