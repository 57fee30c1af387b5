import { Command } from 'commander';
import { benchBroadcast } from './bench/broadcast.ts';
import { benchCrash } from './bench/crash.ts';
import { benchReplicas } from './bench/replicas.ts';
import { benchRetrieval } from './bench/retrieval.ts';
import { benchStart } from './bench/start.ts';
import { benchTelegram } from './bench/telegram.ts';
import { benchTriage } from './bench/triage.ts';
import { benchTurn } from './bench/turn.ts';
import { parseConfig } from './config.ts';
import { stopWithMessage } from './stop.ts';

// Every bench prints a readable table and, as its last line, one JSON object.
const program = new Command('bench').description(
  'Measures speed and ranking. Figures go to stdout, the last line is JSON.',
);

program
  .command('retrieval')
  .description('ranking quality and speed of search on a labelled corpus (JSON lines, optionally gzipped)')
  .requiredOption('--corpus <file>', '{"_id","title","text","law_title"?} a line')
  .requiredOption('--questions <file>', '{"qid","text",…,"gold":[ids]} a line')
  .option('--field <name>', 'which field of a question to ask: text, text_nodia or text_half', 'text')
  .option('--engine <name>', 'sql (pgvector) or memory; by default sql up to 10,000 passages', 'auto')
  .option(
    '--dense [which]',
    'fuse with a deterministic local stand-in for embeddings (meaning or letters), and print what each share of it gives',
  )
  .option('--quick', 'at most 100 questions')
  .action(benchRetrieval);

program
  .command('turn')
  .description('whole turns on the embedded database')
  .option('--quick', 'fewer turns')
  .action((options) => benchTurn(parseConfig(process.env), options));

program
  .command('triage')
  .description('hearing a cry for help in one message')
  .option('--quick', 'fewer messages')
  .action((options) => benchTriage(parseConfig(process.env), options));

program
  .command('start')
  .description('time of a first and a later start, and memory when it answers and idle')
  .option('--database <which>', 'embedded, or postgres (a private server)', 'embedded')
  .option('--built', 'start what "npm run build" made, as deploy/ does')
  .option('--quick', 'one run of each')
  .action(benchStart);

program
  .command('telegram')
  .description('turns a second through the Telegram door, beside a bare echo bot on the same local server')
  .option('--count <n>', 'how many turns')
  .option(
    '--database <which>',
    'embedded or postgres; by default DATABASE_URL, else a private PostgreSQL where one is installed, else embedded',
  )
  .option('--quick', 'fewer turns')
  .action((options) => benchTelegram(parseConfig(process.env), options));

program
  .command('replicas')
  .description('turns a second of one and of three replicas on one private PostgreSQL; order is checked')
  .option('--turns <n>', 'how many turns each time')
  .option('--people <n>', 'how many people write at a time')
  .option('--rounds <n>', 'how often each is measured; the middle counts')
  .option('--built', 'start what "npm run build" made, as deploy/ does')
  .option('--quick', 'fewer turns, one round')
  .action((options) => benchReplicas(parseConfig(process.env).knowledgeDir, options));

program
  .command('dashboard')
  .description(
    'the officers’ overview over a year of facts, embedded and on a private PostgreSQL where one is installed',
  )
  .option('--facts <n>', 'how many facts')
  .option('--quick', 'fewer facts on the embedded database, fewer looks')
  // Loaded only here: it brings the officers' pages along.
  .action(async (options) => (await import('./bench/dashboard.ts')).benchDashboard(options));

program
  .command('growth')
  .description('cost as the knowledge grows (in process) and as people and facts do (on a private PostgreSQL)')
  .option('--of <what>', 'knowledge, contacts or all', 'all')
  .option('--corpus <file>', 'a corpus of articles to grow by, as for retrieval; invented ones without it')
  .option('--full', 'to a million conversations and ten million facts: about a quarter of an hour, some GB of disk')
  .option('--quick', 'small sizes')
  // Loaded only here: it brings the officers' pages along.
  .action(async (options) => (await import('./bench/growth.ts')).benchGrowth(parseConfig(process.env), options));

program
  .command('crash')
  .description('kills the service at random points and counts lost, doubled and reordered answers')
  .option('--database <name>', 'embedded, postgres (a private server) or all', 'all')
  .option('--messages <count>', 'messages on each database')
  .option('--contacts <count>', 'people they come from')
  .option('--kills <count>', 'kills on each database')
  .option('--quick', 'fewer messages and kills')
  .action((options) => benchCrash(parseConfig(process.env), options));

program
  .command('broadcast')
  .description('sends to thousands of subscribers through a local Telegram with a limit, killed in between')
  .option('--subscribers <n>', 'how many people')
  .option('--per-second <n>', 'messages a second the local Telegram takes')
  .option('--kills <n>', 'how often the service is killed')
  .option('--database <name>', 'embedded or postgres (a private server); by default postgres where one is installed')
  .option('--quick', '3,000 people at 100 a second, killed twice')
  .action((options) => benchBroadcast(parseConfig(process.env), options));

program
  .command('fuzz')
  .description('random input for every parser and every door; what must hold of it stands in test/fuzz')
  .option('--seed <n>', 'the same cases again')
  .option('--cases <n>', 'over all targets together')
  .option('--target <words>', 'only targets with these words in their name')
  .option('--quick', 'as few cases as in the tests')
  // Loaded only here: it brings the content and the officers' pages along.
  .action(async (options) => (await import('./bench/fuzz.ts')).benchFuzz(options));

program
  .command('hostile-model')
  .description('a hostile model on a local server: what of its answers reaches a person, with and without the check')
  .option('--seed <n>', 'chooses the attacks', '1')
  .option('--quick', 'fewer attacks')
  // Loaded only here: it brings a model's libraries along.
  .action(async (options) => (await import('./bench/hostile-model.ts')).benchHostileModel(options));

try {
  await program.parseAsync();
} catch (error) {
  stopWithMessage(error);
}
