import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { parseWordClasses } from './knowledge/triage.ts';
import { stopWithMessage } from './stop.ts';
import { readLabelled, sourceOf } from './train/labelled.ts';
import { makeModel, plan } from './train/model.ts';
import { outsideReport } from './train/outside-report.ts';
import { patternSource, readPatterns } from './train/patterns.ts';

// Learns the triage classifier from knowledge/triage/messages and patterns. Some minutes on one core; the same bytes every time.
const program = new Command('train')
  .description('Learns the triage classifier from the labelled messages and patterns and writes its weights.')
  .option('--folder <folder>', 'where words.yaml, messages/ and patterns/ are', 'knowledge/triage')
  .option('--check', 'learn again and compare with what is committed, write nothing');

try {
  program.parse();
  const { folder, check } = program.opts<{ folder: string; check?: boolean }>();
  const words = readFileSync(join(folder, 'words.yaml'), 'utf8');
  const patterns = join(folder, 'patterns');
  const sources = { words, messages: `${sourceOf(join(folder, 'messages'))}\n${patternSource(patterns)}` };
  const messages = [...readLabelled(join(folder, 'messages')), ...readPatterns(patterns)];
  const model = makeModel(messages, parseWordClasses(words), sources, plan, (step) =>
    process.stderr.write(`  ${step}\n`),
  );
  process.stdout.write(outsideReport(model));
  const card = `${JSON.stringify(model.card, null, 2)}\n`;
  if (check) {
    const same =
      card === readFileSync(join(folder, 'model.json'), 'utf8') &&
      Buffer.compare(model.weights, readFileSync(join(folder, 'weights.bin'))) === 0;
    process.stdout.write(same ? 'the committed weights are what the messages teach\n' : 'the weights differ\n');
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(join(folder, 'model.json'), card);
    writeFileSync(join(folder, 'weights.bin'), model.weights);
  }
} catch (error) {
  stopWithMessage(error);
}
