import { parseConfig } from './config.ts';
import { runNewProvince } from './new-province/command.ts';
import { stopWithMessage } from './stop.ts';

try {
  runNewProvince(process.argv.slice(2), parseConfig(process.env), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  stopWithMessage(error);
}
