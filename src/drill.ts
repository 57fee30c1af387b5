import { Command } from 'commander';
import { serverPrograms } from './bench/private-server.ts';
import { drills, run, whyNot } from './drill/drills.ts';

const program = new Command('drill')
  .description(
    `Failures on purpose on a private PostgreSQL, and what people notice: ${drills.map((one) => one.name).join(', ')}`,
  )
  .argument('[names...]', 'which drills; all when none is named')
  .option('--quick', 'shorter failures');
const { args: names } = program.parse();
const { quick } = program.opts<{ quick?: boolean }>();

const unknown = names.filter((name) => !drills.some((drill) => drill.name === name));
if (unknown.length > 0 || serverPrograms() === null) {
  process.stderr.write(
    unknown.length > 0 ? `There is no drill "${unknown[0]}".\n` : 'No PostgreSQL 15 or newer is installed here.\n',
  );
  process.exit(2);
}
const results: Record<string, unknown> = {};
let harmed = false;
for (const drill of drills.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const why = whyNot(drill);
  if (why !== null) {
    process.stdout.write(`\n${drill.name}: not run, ${why}\n`);
    continue;
  }
  process.stdout.write(`\n${drill.name}: ${drill.says}\n`);
  const noticed = await run(drill, quick ? 0.4 : 1);
  for (const [what, count] of Object.entries(noticed)) process.stdout.write(`  ${what.padEnd(16)}  ${count}\n`);
  harmed ||= noticed.lost + noticed.criesWithoutHelp + noticed.webWithoutHelp > 0;
  results[drill.name] = noticed;
}
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(harmed ? 1 : 0);
