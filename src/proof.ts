import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { openBot } from './app.ts';
import { parseConfig } from './config.ts';
import { localDay } from './core/local-day.ts';
import { answersSection } from './proof/answers.ts';
import { toHtml } from './proof/html.ts';
import { limits } from './proof/limits.ts';
import { toMarkdown } from './proof/markdown.ts';
import type { Page } from './proof/page.ts';
import { retrievalSection } from './proof/retrieval.ts';
import { runs, runsSection } from './proof/runs.ts';
import { summaryOf } from './proof/summary.ts';
import { testsSection } from './proof/tests.ts';
import { triageSection } from './proof/triage.ts';
import { stopWithMessage } from './stop.ts';

type Options = {
  out: string;
  quick?: boolean;
  corpus?: string;
  questions?: string;
  results?: string;
  tests?: string;
};

// Measures everything that the page of proof says and writes the page: some minutes. Not the yearly report to the province.
const program = new Command('report')
  .description('measures quality, speed and safety beside peers, and writes docs/bang-chung.md and .html')
  .option('--out <folder>', 'where the page is written', 'docs')
  .option('--corpus <file>', 'a public corpus to compare search on as well, as for bench -- retrieval')
  .option('--questions <file>', 'its questions')
  .option('--results <folder>', 'NAME.json of longer runs of a bench (its last line), taken instead of a quick run')
  .option('--tests <file>', 'what vitest --reporter=json wrote')
  .option('--quick', 'forty questions and messages, no load: to see the page, not to publish it');

/** Whoever links to the page says of which day it is. */
const linking = ['README.md', 'README.vi.md'];

try {
  const { out, quick = false, corpus, questions, results, tests } = program.parse().opts<Options>();
  const tell = (step: string) => process.stderr.write(`  ${step}\n`);
  // A busy machine makes slow figures: whoever reads them should know.
  const [busy = 0] = loadavg();
  const limit = quick ? 40 : Number.POSITIVE_INFINITY;
  const bot = await openBot(
    { ...parseConfig({}), dataDir: parseConfig(process.env).dataDir },
    { scratch: true, onProgress: tell },
  );
  tell('triage');
  const triage = await triageSection(bot, limit);
  tell('answers');
  const answers = await answersSection(bot, limit);
  tell('search');
  const retrieval = await retrievalSection(bot, { corpus, questions, limit });
  await bot.close();
  const names = runs.map(({ name }) => name).filter((name) => !quick || name === 'turn');
  const load = await runsSection(results, names, tell);
  const date = localDay(new Date());
  const page: Page = {
    date,
    machine: `on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}; load of the machine when it began: ${busy.toFixed(1)}`,
    summary: summaryOf(triage, answers, retrieval),
    sections: [triage, answers, retrieval, load, testsSection(tests)],
    limits: [...limits],
  };
  writeFileSync(join(out, 'bang-chung.md'), toMarkdown(page));
  writeFileSync(join(out, 'bang-chung.html'), toHtml(page));
  if (out === 'docs') for (const file of linking) writeFileSync(file, dated(readFileSync(file, 'utf8'), date));
  process.stdout.write(`${join(out, 'bang-chung.md')}\n${join(out, 'bang-chung.html')}\n`);
} catch (error) {
  stopWithMessage(error);
}

/** The text with the day of the page beside each link to it. */
function dated(text: string, date: string): string {
  return text.replaceAll(/(\(docs\/bang-chung\.(?:md|html)\)[^\n(]*\()\d{4}-\d{2}-\d{2}\)/g, `$1${date})`);
}
