import { Command } from 'commander';
import { openBot } from './app.ts';
import { parseConfig } from './config.ts';
import { evalQuestions } from './eval/questions.ts';
import { stopWithMessage } from './stop.ts';

// Measures what people receive on labelled, invented questions. The test half is never tuned to.
const program = new Command('eval')
  .description('Asks labelled questions and reports what the replies are worth, with 95 % intervals.')
  .option('--half <name>', 'dev or test', 'dev')
  .option('--file <file>', 'another file of labelled questions')
  .option('--folded', 'ask every question without diacritics')
  .option('--failures', 'list what failed');

try {
  program.parse();
  const options = program.opts<{ half: string; file?: string; folded?: boolean; failures?: boolean }>();
  const bot = await openBot(parseConfig(process.env), { scratch: true, onProgress: () => {} });
  const file = options.file ?? `test/eval/questions.${options.half}.jsonl`;
  await evalQuestions(bot, { file, folded: options.folded ?? false, failures: options.failures ?? false });
  await bot.close();
} catch (error) {
  stopWithMessage(error);
}
