import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, printFigures } from './table.ts';

/** Starts the service as a process in an empty data folder, then again, and takes its memory once it answers. */
export async function benchStart(options: { quick?: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-bench-'));
  try {
    const first = await startOnce(folder);
    const later = [];
    for (let run = 0; run < (options.quick ? 1 : 5); run++) later.push(await startOnce(folder));
    const againMs = percentile(
      later.map((one) => one.ms),
      0.5,
    );
    const rssMb = Math.max(...later.map((one) => one.rssMb));
    printFigures('start: embedded database', { firstMs: Math.round(first.ms), againMs: Math.round(againMs), rssMb });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string): Promise<{ ms: number; rssMb: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
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
  const rssMb = memoryOf(child.pid ?? 0);
  child.kill('SIGTERM');
  await exited;
  return { ms, rssMb };
}

/** Resident memory in MB as Linux counts it; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1_024);
  } catch {
    return 0;
  }
}
