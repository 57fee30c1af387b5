import { Command, CommanderError } from 'commander';
import { openBot } from '../app.ts';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { exportContent, type Places, placesOf } from './export.ts';

type Say = (line: string) => void;

/** Runs the operator's command on published content. Throws `AppError` with one clear message. */
export async function runContent(args: string[], read: () => Config, say: Say): Promise<void> {
  const wanted = readArgs(args, say);
  if (wanted === null) return;
  const config = read();
  const places: Places = placesOf(config, wanted.out);
  const bot = await openBot(config, { scratch: false, onProgress: (step) => say(`  ${step}`) }).catch((error) => {
    if (error instanceof AppError && error.code === 'folder-in-use')
      throw new AppError('folder-in-use', 'Hoa Ban đang chạy và giữ kho dữ liệu. Dừng Hoa Ban rồi chạy lại lệnh này.');
    throw error;
  });
  try {
    for (const line of exportContent(bot.content, places)) say(line);
  } finally {
    await bot.close();
  }
}

/** What the arguments ask for; `null` when only help was asked for. */
function readArgs(args: string[], say: Say): { out: string | null } | null {
  let wanted: { out: string | null } | null = null;
  const program = new Command('npm run content --');
  program
    .description('Nội dung đã công bố ở bàn biên tập (/can-bo/noi-dung).')
    .helpOption('-h, --help', 'xem hướng dẫn này')
    .helpCommand(false)
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), outputError: () => {} })
    .exitOverride();
  program
    .command('export')
    .description(
      'chép những gì đã công bố về tệp trong knowledge/ và prompts/; tệp giống rồi thì bàn biên tập thôi giữ',
    )
    .option('--out <thu-muc>', 'chép vào thư mục này thay cho knowledge; lời của máy vào thư mục prompts cạnh nó')
    .helpOption(false)
    .action(({ out }: { out?: string }) => {
      wanted = { out: out ?? null };
    });
  try {
    program.parse(args.length === 0 ? ['--help'] : args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new AppError('config-invalid', 'Lệnh chưa đúng. Xem cách dùng: npm run content -- --help');
  }
  return wanted;
}
