import { parseConfig } from './config.ts';
import { runOfficer } from './officer/command.ts';
import { openAccounts } from './officer/open.ts';
import { stopWithMessage } from './stop.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

// The operator's own door to the officers' accounts: the first administrator is made here, never by a default password.
try {
  const open = () => openAccounts(parseConfig(process.env), (step) => say(`  ${step}`));
  await runOfficer(process.argv.slice(2), open, say);
} catch (error) {
  stopWithMessage(error);
}
