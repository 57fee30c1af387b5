import { parseConfig } from './config.ts';
import { localDay } from './core/local-day.ts';
import { runIngest } from './ingest/command.ts';
import { stopWithMessage } from './stop.ts';

// The door of the operator's own documents: files become drafts, and only what someone approved ever answers.
try {
  const refused = await runIngest(process.argv.slice(2), parseConfig(process.env), localDay(new Date()), {
    say: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
  if (refused > 0) process.exitCode = 1;
} catch (error) {
  stopWithMessage(error);
}
