import { Command } from 'commander';
import { fitAnswers } from './fit/answers.ts';
import { fitSearch } from './fit/search.ts';
import { fitSenses } from './fit/senses.ts';
import { fitTalks } from './fit/talks.ts';
import { stopWithMessage } from './stop.ts';

// Learns the few weights of ranking from labelled examples and writes them into the sources. Reproducible bit for bit.
const program = new Command('fit').description('Fits the weights of ranking and writes them into src/core.');

program
  .command('search')
  .description('the second look of search, on a labelled corpus (see "bench retrieval")')
  .requiredOption('--corpus <file>', 'articles')
  .requiredOption('--questions <file>', 'labelled questions; never the unseen half')
  .action(fitSearch);

program
  .command('senses')
  .description('which words people use for one matter: from the known phrasings, before "fit answers"')
  .option('--knowledge <folder>', 'content', 'knowledge')
  .action(fitSenses);

program
  .command('answers')
  .description('which passage answers, and when none does: on known phrasings held out of the knowledge')
  .option('--knowledge <folder>', 'content', 'knowledge')
  .option('--dry', 'only report')
  .action(fitAnswers);

program
  .command('talks')
  .description('what a message in a talk is answered from: on talks under asked/, after "fit answers"')
  .option('--knowledge <folder>', 'content', 'knowledge')
  .option('--dry', 'only report')
  .action(fitTalks);

try {
  await program.parseAsync();
} catch (error) {
  stopWithMessage(error);
}
