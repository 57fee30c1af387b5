import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { type Tally, tally } from './crash-count.ts';
import { type Platform, type PlatformUpdate, startPlatform } from './crash-platform.ts';
import type { WorkerOptions } from './crash-worker.ts';
import { newDatabase, serverPrograms, startServer } from './private-server.ts';
import { printFigures } from './table.ts';

export type CrashOptions = { quick?: boolean; messages?: string; contacts?: string; kills?: string; database?: string };
type Plan = { messages: number; contacts: number; kills: number };
/** `troubles` tells how often each code of trouble was heard while the service lived; a kill brings some. */
type Result = Plan & Tally & { seconds: number; troubles: string };

/** Messages on their way at most; a messenger hands out more only when some are answered. */
const backlog = 300;
/** No answer for so long means that the rest is lost. */
const silenceMs = 90_000;

/** Kills the service at random points of its work and counts what its people would notice. */
export async function benchCrash(config: Config, options: CrashOptions): Promise<void> {
  const usual = options.quick
    ? { messages: 120, contacts: 20, kills: 1 }
    : { messages: 10_000, contacts: 500, kills: 20 };
  const plan: Plan = {
    messages: Number(options.messages ?? usual.messages),
    contacts: Number(options.contacts ?? usual.contacts),
    kills: Number(options.kills ?? usual.kills),
  };
  const which = options.database ?? 'all';
  if (which !== 'embedded' && serverPrograms() === null) {
    process.stderr.write('Máy này chưa cài PostgreSQL 15 trở lên: chỉ đo được với --database embedded.\n');
    if (which === 'postgres') process.exit(2);
  }
  const results: Array<[string, Result]> = [];
  if (which !== 'postgres') results.push(['embedded', await crashEmbedded(plan, join(config.dataDir, 'prepared'))]);
  if (which !== 'embedded' && serverPrograms() !== null) results.push(['postgres', await crashServer(plan)]);
  for (const [database, result] of results) printFigures(`crash: ${database} database`, { database, ...result });
  const sum = (key: keyof (Plan & Tally)) => results.reduce((all, [, result]) => all + result[key], 0);
  printFigures('crash: all', {
    database: results.map(([database]) => database).join('+'),
    messages: sum('messages'),
    kills: sum('kills'),
    lost: sum('lost'),
    outOfOrder: sum('outOfOrder'),
    doubled: sum('doubled'),
    uncertain: sum('uncertain'),
  });
}

/** On the embedded database in a temporary folder; a prepared copy of the content, where there is one, saves time. */
export async function crashEmbedded(plan: Plan, prepared?: string): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-crash-'));
  if (prepared !== undefined && existsSync(prepared)) cpSync(prepared, join(dataDir, 'prepared'), { recursive: true });
  try {
    return await crash(plan, { dataDir, databaseUrl: null });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** On a private server in a temporary folder; never on the operator's own. */
export async function crashServer(plan: Plan): Promise<Result> {
  const server = await startServer();
  try {
    return await crash(plan, { dataDir: tmpdir(), databaseUrl: await newDatabase(server) });
  } finally {
    await server.stop();
  }
}

const said = [
  'chào bạn',
  'bao nhiêu tuổi được kết hôn',
  'cam tiep xuc may ngay',
  'chỉ tiêu lãnh đạo nữ 2030',
  'cảm ơn nhé',
  'việc nhà của ai',
  'tối qua em bị chồng đánh',
  'xem thêm',
  'nghỉ thai sản mấy tháng',
  'ừ',
];

async function crash(plan: Plan, where: Pick<WorkerOptions, 'dataDir' | 'databaseUrl'>): Promise<Result> {
  const updates: PlatformUpdate[] = Array.from({ length: plan.messages }, (_, at) => ({
    id: at + 1,
    contact: `contact-${Math.floor(Math.random() * plan.contacts)}`,
    text: said[at % said.length] ?? '',
  }));
  const platform = await startPlatform(updates);
  const killAt = Array.from({ length: plan.kills }, () => Math.random() * plan.messages).sort((a, b) => a - b);
  const started = performance.now();
  const troubles = new Map<string, number>();
  const onTrouble = (code: string) => troubles.set(code, (troubles.get(code) ?? 0) + 1);
  let kills = 0;
  let lives = 0;
  const options = () => ({ ...where, life: ++lives, platform: platform.url });
  let life = await begin(platform, options, onTrouble);
  let lastAnswer = performance.now();
  for (let answered = 0; answered < plan.messages; ) {
    if (platform.answered() > answered) lastAnswer = performance.now();
    answered = platform.answered();
    platform.release(Math.max(0, backlog - (platform.released() - answered)));
    const isDue = kills < killAt.length && answered >= (killAt[kills] ?? 0);
    if (isDue || life.exitCode !== null) {
      if (isDue) kills++;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      await kill(life);
      if (isDue && kills % 4 === 0) await killWhileStarting(options());
      life = await begin(platform, options, onTrouble);
      lastAnswer = performance.now();
    }
    if (performance.now() - lastAnswer > silenceMs) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const seconds = Math.round((performance.now() - started) / 1_000);
  // Anything sent twice would come now.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await kill(life);
  await platform.close();
  return { ...plan, kills, ...tally(updates, platform.seen), seconds, troubles: toldOf(troubles) };
}

function toldOf(troubles: ReadonlyMap<string, number>): string {
  return [...troubles].map(([code, count]) => `${count} × ${code}`).join(', ') || 'none';
}

/** A service may die at any moment of its start as well. */
async function killWhileStarting(options: WorkerOptions): Promise<void> {
  const early = start(options);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 3_000));
  await kill(early);
}

/** Starts a life of the worker and waits until it is at work. */
async function begin(
  platform: Platform,
  next: () => WorkerOptions,
  onTrouble: (code: string) => void,
): Promise<ChildProcess> {
  const options = next();
  const child = start(options);
  await new Promise<void>((resolve, reject) => {
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        if (line === 'ready') resolve();
        if (line.startsWith('trouble ')) onTrouble(line.slice('trouble '.length));
      });
    child.once('exit', (code) => reject(new Error(`the worker ended with code ${code} before it was ready`)));
  });
  process.stderr.write(`  đã trả lời ${platform.answered()}, lần chạy ${options.life}\n`);
  return child;
}

function start(options: WorkerOptions): ChildProcess {
  const worker = fileURLToPath(new URL('./crash-worker.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', worker, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
