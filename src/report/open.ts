import { openBot } from '../app.ts';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { figuresDoor } from '../figures.ts';
import type { Opened } from './command.ts';

/** Opens the figures of the service's own database. Throws `folder-in-use` while the service holds it. */
export async function openFigures(
  config: Config,
  now: () => Date,
  onProgress: (step: string) => void,
): Promise<Opened> {
  const bot = await openBot(config, { scratch: false, onProgress }).catch((error) => {
    if (error instanceof AppError && error.code === 'folder-in-use')
      throw new AppError(
        'folder-in-use',
        'Hoa Ban đang chạy và giữ kho dữ liệu. Tải báo cáo ở trang /can-bo/bao-cao-nam, hoặc dừng Hoa Ban rồi chạy lại lệnh này.',
      );
    throw error;
  });
  try {
    return {
      figures: figuresDoor({ database: bot.database, content: bot.around.content }, config, now),
      close: bot.close,
    };
  } catch (error) {
    await bot.close();
    throw error;
  }
}
