import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Breaks the safety core on purpose, one small change at a time, and counts how many of them the tests notice. Part by part,
// each against its own tests. "npm run mutate" takes all, "npm run mutate -- phones" one. Long: never part of a check.

/** What decides whether a person gets help, and the tests that hold it. Weights and lists of words are left out. */
const parts: Record<string, { mutate: string; tests: string }> = {
  decide: {
    mutate: 'src/core/decide.ts,src/core/decide-choice.ts,src/core/care/probe.ts,src/core/menu.ts,src/core/commands.ts',
    tests: 'test/core/decide.test.ts test/core/safety/decide.test.ts',
  },
  care: {
    mutate: 'src/core/care/*.ts,src/core/triage.ts',
    tests: 'test/core/safety/{care,card}.test.ts test/core/triage/judge.test.ts',
  },
  phones: { mutate: 'src/core/phones.ts,src/turn/guard.ts', tests: 'test/core/safety/{phones,heard}.test.ts' },
  signals: { mutate: 'src/core/signals.ts,src/core/signals/*.ts', tests: 'test/core/safety/signals.test.ts' },
  triage: { mutate: 'src/core/triage/*.ts', tests: 'test/core/triage/*.test.ts test/core/safety/signals.test.ts' },
  turn: {
    mutate: 'src/turn/assess.ts,src/turn/first-look.ts,src/turn/last-resort.ts',
    tests: 'test/core/safety/heard.test.ts',
  },
};
const least = 85;

type Mutant = {
  status: string;
  mutatorName: string;
  replacement: string;
  location: { start: { line: number; column: number } };
};
type Report = { files: Record<string, { mutants: Mutant[] }> };

const counts = { noticed: 0, all: 0 };
for (const [name, { mutate, tests }] of Object.entries(parts)) {
  if (process.argv[2] !== undefined && process.argv[2] !== name) continue;
  const ran = spawnSync('npx', ['stryker', 'run', 'test/stryker.config.json', '--mutate', mutate], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, MUTATE_TESTS: tests },
  });
  if (ran.status !== 0) throw new Error(`${name} could not be run`);
  const { files } = JSON.parse(readFileSync('data/mutation.json', 'utf8')) as Report;
  for (const [file, { mutants }] of Object.entries(files)) {
    const tried = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
    const missed = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
    counts.noticed += tried.length - missed.length;
    counts.all += tried.length;
    const score = ((100 * (tried.length - missed.length)) / Math.max(1, tried.length)).toFixed(1);
    process.stdout.write(
      `${score.padStart(6)} %  ${`${tried.length - missed.length}/${tried.length}`.padStart(9)}  ${file}\n`,
    );
    for (const { location, mutatorName, replacement } of missed)
      process.stdout.write(
        `          ${file}:${location.start.line}:${location.start.column} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 90)}\n`,
      );
  }
}
const score = (100 * counts.noticed) / counts.all;
process.stdout.write(
  `${score.toFixed(1).padStart(6)} %  ${counts.noticed}/${counts.all} changes noticed; at least ${least} % is asked\n`,
);
if (score < least) process.exitCode = 1;
