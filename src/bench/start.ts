import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built as builtService } from '../drill/replica.ts';
import { newDatabase, serverPrograms, startServer } from './private-server.ts';
import { cpuMsOf, memoryMbOf } from './process.ts';
import { percentile, printFigures } from './table.ts';

export type StartOptions = { quick?: boolean; database?: string; built?: boolean };

/** A replica is said to idle after so long without anybody: V8 has given back by then what starting took. */
const idleMs = 30_000;

/** Starts the service as a process in an empty data folder, then again, and takes its memory: when it answers, and idle. */
export async function benchStart(options: StartOptions): Promise<void> {
  const { database = 'embedded', built = false } = options;
  if (built && !existsSync('dist/main.js')) stop('Chưa có dist/. Chạy: npm run build');
  if (database === 'postgres' && serverPrograms() === null) stop('Máy này chưa cài PostgreSQL 15 trở lên.');
  const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-bench-'));
  const server = database === 'postgres' ? await startServer() : null;
  try {
    const served = server ? { DATABASE_URL: await newDatabase(server), ...keys } : {};
    const once = (restMs: number) => startOnce({ DATA_DIR: folder, ...served }, built, restMs);
    const first = await once(0);
    const later = [];
    for (let run = 0; run < (options.quick ? 1 : 5); run++) later.push(await once(0));
    const idle = await once(options.quick ? idleMs / 3 : idleMs);
    printFigures(`start: ${database} database${built ? ', built' : ''}`, {
      database,
      built: String(built),
      firstMs: Math.round(first.ms),
      againMs: Math.round(middle([...later, idle].map((one) => one.ms))),
      cpuMs: Math.round(middle([...later, idle].map((one) => one.cpuMs))),
      rssMb: Math.max(...later.map((one) => one.rssMb)),
      idleRssMb: idle.idleRssMb,
      peakRssMb: idle.peakRssMb,
    });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const middle = (numbers: number[]) => percentile(numbers, 0.5);

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

/** Invented, for a database that lives as long as the bench. */
const keys = Object.fromEntries(
  ['QUEUE_KEY', 'CONTACT_KEY', 'OFFICER_KEY'].map((name) => [name, `only-for-the-bench-${name}-0123456789`]),
);

type Started = { ms: number; cpuMs: number; rssMb: number; idleRssMb: number; peakRssMb: number };

async function startOnce(env: Record<string, string>, built: boolean, restMs: number): Promise<Started> {
  const started = performance.now();
  // As deploy/ starts it, or as `npm start` does.
  const program = built ? builtService : ['--import', 'tsx', 'src/main.ts'];
  const child = spawn(process.execPath, program, {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<number>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (/http:\/\/\S+/.test(printed)) resolve(performance.now() - started);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with code ${code} before it was ready`)));
  });
  const ms = await ready;
  const { pid = 0 } = child;
  const [rssMb, cpuMs] = [memoryMbOf(pid, 'VmRSS'), cpuMsOf(pid)];
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const [idleRssMb, peakRssMb] = [memoryMbOf(pid, 'VmRSS'), memoryMbOf(pid, 'VmHWM')];
  child.kill('SIGTERM');
  await exited;
  return { ms, cpuMs, rssMb, idleRssMb, peakRssMb };
}
