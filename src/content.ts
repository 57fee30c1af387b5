import { parseConfig } from './config.ts';
import { runContent } from './content/command.ts';
import { stopWithMessage } from './stop.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

// What editors published comes back into the files here, so that the repository stays the source.
try {
  await runContent(process.argv.slice(2), () => parseConfig(process.env), say);
} catch (error) {
  stopWithMessage(error);
}
