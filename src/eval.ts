import { Command } from 'commander';
import { openBot } from './app.ts';
import type { Bot } from './bot.ts';
import { parseConfig } from './config.ts';
import { evalQuestions } from './eval/questions.ts';
import { evalTriage } from './eval/triage.ts';
import { stopWithMessage } from './stop.ts';

// Measures what people receive on labelled, invented questions and messages. The test half is never tuned to.
const program = new Command('eval').description(
  'Asks what is labelled and reports what the replies are worth, with 95 % intervals.',
);

type Options = { half: string; file?: string; folded?: boolean; failures?: boolean };

const withOptions = (command: Command) =>
  command
    .option('--half <name>', 'dev or test', 'dev')
    .option('--file <file>', 'another labelled file')
    .option('--folded', 'ask everything without diacritics')
    .option('--failures', 'list what failed');

withOptions(program.command('questions', { isDefault: true }))
  .description('whether questions are answered correctly and cited')
  .action((options: Options) =>
    withBot((bot) => {
      const file = options.file ?? `test/eval/questions.${options.half}.jsonl`;
      return evalQuestions(bot, { file, folded: options.folded ?? false, failures: options.failures ?? false });
    }),
  );

withOptions(program.command('triage'))
  .description('whether people who disclose harm are helped, and nobody else is')
  .option('--dialogues <file>', 'another file of labelled dialogues')
  .action((options: Options & { dialogues?: string }) =>
    withBot((bot) =>
      evalTriage(bot, {
        messages: options.file ?? `test/eval/triage.${options.half}.jsonl`,
        dialogues: options.dialogues ?? `test/eval/dialogues.${options.half}.jsonl`,
        folded: options.folded ?? false,
        failures: options.failures ?? false,
      }),
    ),
  );

async function withBot(run: (bot: Bot) => Promise<void>): Promise<void> {
  const bot = await openBot(parseConfig(process.env), { scratch: true, onProgress: () => {} });
  await run(bot);
  await bot.close();
}

try {
  await program.parseAsync();
} catch (error) {
  stopWithMessage(error);
}
