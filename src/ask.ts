import { Command } from 'commander';
import { openBot } from './app.ts';
import { batch } from './ask/batch.ts';
import { interactive } from './ask/interactive.ts';
import { parseConfig } from './config.ts';
import { stopWithMessage } from './stop.ts';

// The terminal door: it works on a throw-away copy of the prepared database and never locks the service's folder.
const program = new Command('ask')
  .description('Hỏi Hoa Ban ngay trong cửa sổ dòng lệnh.')
  .option('--batch', 'đọc mỗi dòng một JSON từ đầu vào, in mỗi lượt một JSON')
  .option('--model', 'với --batch: dùng mô hình ngôn ngữ nếu đã cài đặt (bình thường không dùng, không cần mạng)')
  .argument('[question...]', 'một câu hỏi; để trống thì nói chuyện');

try {
  program.parse();
  const { batch: isBatch, model: withModel } = program.opts<{ batch?: boolean; model?: boolean }>();
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const model = !isBatch || withModel ? { tell } : undefined;
  const bot = await openBot(parseConfig(process.env), { scratch: true, onProgress: () => {}, model });
  try {
    if (isBatch) await batch(bot, process.stdin, process.stdout);
    else await interactive(bot, program.args.join(' '));
  } finally {
    await bot.close();
  }
} catch (error) {
  stopWithMessage(error);
}
