import { parseConfig } from './config.ts';
import { runOfficer } from './officer/command.ts';
import { stopWithMessage } from './stop.ts';

// The operator's own door to the officers' accounts: the first administrator is made here, never by a default password.
try {
  await runOfficer(process.argv.slice(2), parseConfig(process.env), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  stopWithMessage(error);
}
