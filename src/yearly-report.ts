import { parseConfig } from './config.ts';
import { runYearlyReport } from './report/command.ts';
import { openFigures } from './report/open.ts';
import { stopWithMessage } from './stop.ts';

// The door of the yearly report: the figures of a year, as the document an office completes and signs.
try {
  const now = () => new Date();
  const onProgress = (step: string) => process.stderr.write(`  ${step}\n`);
  await runYearlyReport(
    process.argv.slice(2),
    () => openFigures(parseConfig(process.env), now, onProgress),
    now(),
    (text) => process.stdout.write(text),
  );
} catch (error) {
  stopWithMessage(error);
}
