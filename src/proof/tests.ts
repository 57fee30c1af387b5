import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Section } from './page.ts';

const outcome = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

/** What the tests came to, from a file of `vitest --reporter=json`; without one, only how many files there are. */
export function testsSection(file: string | undefined): Section {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' });
  const rows = [
    ['files of tests', files.filter((name) => name.endsWith('.test.ts')).length],
    ['conversations that anyone can read', files.filter((name) => /^conversations\/.*\.md$/.test(name)).length],
  ];
  if (file !== undefined) {
    const told = outcome.parse(JSON.parse(readFileSync(file, 'utf8')));
    rows.push(['tests', told.numTotalTests], ['passed', told.numPassedTests]);
    rows.push(['failed', told.numFailedTests], ['not run where this was made', told.numPendingTests]);
  }
  return {
    title: 'Tests',
    text: ['What each kind of test proves is told in test/README.md.'],
    tables: [{ caption: 'The suite', columns: ['', 'count'], rows }],
    commands: ['npm test'],
  };
}
