import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section, Table } from './page.ts';

/** A bench or drill of its own: how it is run, and what of its figures is told under which words. */
type Run = { name: string; args: string[]; caption: string; tell: Record<string, string> };

export const runs: readonly Run[] = [
  {
    name: 'turn',
    args: ['src/bench.ts', 'turn', '--quick'],
    caption: 'Whole turns one after the other, embedded database',
    tell: { p50ms: 'median ms', p95ms: '95 % within ms', p99ms: '99 % within ms', perSecond: 'turns a second' },
  },
  {
    name: 'start',
    args: ['src/bench.ts', 'start', '--quick', '--database', 'postgres'],
    caption: 'Start and memory of a replica on PostgreSQL, from the sources (built, it takes half the memory)',
    tell: {
      firstMs: 'first start, ms',
      againMs: 'later start, ms',
      cpuMs: 'processor ms',
      idleRssMb: 'memory idle, MB',
    },
  },
  {
    name: 'replicas',
    args: ['src/bench.ts', 'replicas', '--quick'],
    caption: 'One and three replicas on one PostgreSQL, through the Telegram door',
    tell: {
      cores: 'cores of the machine (they carry the load, Telegram and the database too)',
      one: 'turns a second, one replica',
      three: 'turns a second, three replicas',
      ratio: 'three to one',
      oneCpuMsPerTurn: 'processor ms a turn, replica',
      oneDatabaseCpuMsPerTurn: 'processor ms a turn, database',
      oneP95ms: '95 % answered within ms, one replica under full load',
      outOfOrder: 'replies out of order',
      lost: 'messages lost',
    },
  },
  {
    name: 'crash',
    args: ['src/bench.ts', 'crash', '--quick'],
    caption: 'Killed at random points of its work, on each database',
    tell: {
      messages: 'messages',
      kills: 'kills',
      lost: 'lost',
      doubled: 'sent twice by our fault',
      outOfOrder: 'out of order',
      uncertain: 'sent twice because nobody can know',
    },
  },
  {
    name: 'hostile-model',
    args: ['src/bench.ts', 'hostile-model', '--quick'],
    caption: 'A hostile language model',
    tell: {
      attacks: 'hostile answers tried',
      reached: 'of them reached a person',
      reachedWithoutGrounding: 'would have without the check',
    },
  },
];

/** Figures by name: from `<folder>/<name>.json` where somebody measured for longer, else from a quick run now. */
export async function runsSection(
  folder: string | undefined,
  names: readonly string[],
  tell: (step: string) => void,
): Promise<Section> {
  const tables: Table[] = [];
  const missing: string[] = [];
  for (const run of runs.filter(({ name }) => names.includes(name))) {
    tell(run.name);
    const saved = folder === undefined ? null : join(folder, `${run.name}.json`);
    const isSaved = saved !== null && existsSync(saved);
    const figures = isSaved ? lastJson(readFileSync(saved, 'utf8')) : lastJson(await printed(run.args));
    if (figures === null) missing.push(run.name);
    else tables.push(tableOf(run, figures, isSaved ? 'a long run' : 'a quick run'));
  }
  return {
    title: 'Speed, load, crashes',
    text: [
      'Everything runs on one machine, the people, the platform and the database among it; longer runs are in deploy/README.md and docs/ke-hoach-quy-mo.md. Failures on purpose (database gone, line cut, replica killed) are told in deploy/README.md.',
      ...(missing.length > 0 ? [`Not measured here: ${missing.join(', ')}.`] : []),
    ],
    tables,
    commands: runs.filter(({ name }) => names.includes(name)).map(({ name }) => `npm run --silent bench -- ${name}`),
  };
}

export function tableOf(run: Run, figures: Record<string, unknown>, how: string): Table {
  const rows = Object.entries(run.tell).flatMap(([key, words]) => {
    const value = figures[key];
    return typeof value === 'number' || typeof value === 'string' ? [[words, value]] : [];
  });
  return { caption: `${run.caption} (${how})`, columns: ['', 'measured'], rows };
}

/** The last line that is a JSON object, as every bench prints it; `null` when there is none. */
export function lastJson(text: string): Record<string, unknown> | null {
  for (const line of text.trim().split('\n').reverse()) {
    if (!line.startsWith('{')) continue;
    try {
      return JSON.parse(line) as Record<string, unknown>;
    } catch {
      return null;
    }
  }
  return null;
}

/** What the command prints; nothing when it fails. */
function printed(args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 2 ? '' : text)));
}
