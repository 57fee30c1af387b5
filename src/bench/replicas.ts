import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBotApi } from '../../test/telegram/bot-api.ts';
import { built, type Replica, startReplica, startService } from '../drill/replica.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { newDatabase, serverPrograms, startServer } from './private-server.ts';
import { cpuMsOf, familyCpuMsOf, memoryMbOf } from './process.ts';
import { type Load, makeCrowd } from './replicas/crowd.ts';
import { percentile, printFigures, round } from './table.ts';
import { mixInWords } from './telegram/mix.ts';

export type ReplicasOptions = { turns?: string; people?: string; rounds?: string; built?: boolean; quick?: boolean };

/** `warmUp`: turns before the counted ones, for each replica. */
export type Plan = { turns: number; warmUp: number; people: number; built: boolean; knowledgeDir: string };

/** A load on some replicas. Processor time a turn takes: of the replicas together, of the database, of all that stands for Telegram and the proxy. */
export type Measured = Load & {
  cpuMs: number;
  databaseCpuMs: number;
  driverCpuMs: number;
  rssMb: number;
  peakRssMb: number;
};

/** With so many cores three replicas are held to carry more than one; with fewer all share what one could use alone. */
const coresForMore = 8;
/** A process that has just started thinks slower until its code has been compiled; each replica gets as long to do so. */
const warmUp = 600;

/** Turns a second of one replica and of three on one PostgreSQL, each with the same people, by turns. */
export async function benchReplicas(knowledgeDir: string, options: ReplicasOptions): Promise<void> {
  const { quick = false, built: isBuilt = false } = options;
  if (isBuilt && !existsSync('dist/main.js')) stop('Chưa có dist/. Chạy: npm run build');
  if (serverPrograms() === null) stop('Máy này chưa cài PostgreSQL 15 trở lên.');
  const plan: Plan = {
    turns: Number(options.turns ?? (quick ? 600 : 3_000)),
    warmUp,
    people: Number(options.people ?? 60),
    built: isBuilt,
    knowledgeDir,
  };
  const rounds = Number(options.rounds ?? (quick ? 1 : 3));
  const [one, three]: [Measured[], Measured[]] = [[], []];
  for (let nth = 1; nth <= rounds; nth++) {
    for (const [count, into] of [
      [1, one],
      [3, three],
    ] as const) {
      process.stderr.write(`  round ${nth} of ${rounds}: ${count === 1 ? 'one replica' : 'three replicas'}\n`);
      into.push(await measureReplicas(count, plan));
    }
  }
  const cores = availableParallelism();
  const bar = cores >= coresForMore ? 2.2 : 0.9;
  const ratio = round(rate(three) / rate(one));
  const sum = (what: 'outOfOrder' | 'lost' | 'doubled') =>
    [...one, ...three].reduce((all, each) => all + each[what], 0);
  const harm = { outOfOrder: sum('outOfOrder'), lost: sum('lost'), doubled: sum('doubled') };
  printFigures(
    `replicas: ${plan.turns} turns of ${plan.people} people at a time, ${rounds} times with one and with three replicas on one PostgreSQL, after ${warmUp} turns of warming up for each replica; a local Telegram knocks at a proxy that leads to the replicas in turn`,
    {
      cores,
      one: rate(one),
      three: rate(three),
      ratio,
      bar,
      met: String(ratio >= bar),
      ...harm,
      ...named('one', one),
      ...named('three', three),
      built: String(isBuilt),
      mix: `${mixInWords}; of each ten messages of a person one is a greeting, and three come without waiting, whose replies must keep the order`,
    },
  );
  if (Object.values(harm).some((count) => count > 0)) process.exitCode = 1;
}

/** Starts so many replicas on a new database, lets people write, and ends all of it. */
export async function measureReplicas(count: number, plan: Plan): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-bench-'));
  const server = await startServer();
  const crowd = makeCrowd();
  const api = await openBotApi({ forgetful: true, onMessage: crowd.heard });
  const replicas: Replica[] = [];
  const proxy = await openProxy();
  try {
    const env = {
      ...keys,
      DATABASE_URL: await newDatabase(server),
      DATA_DIR: dataDir,
      KNOWLEDGE_DIR: plan.knowledgeDir,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      TELEGRAM_WEBHOOK_URL: `${proxy.url}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: 'only-for-the-bench-0123',
    };
    // One after the other: the first prepares the database.
    for (let nth = 0; nth < count; nth++)
      replicas.push(await (plan.built ? startService(env, built) : startReplica(env)));
    proxy.lead(replicas.map((one) => one.url));
    await crowd.learn(api, questionsOf(plan.knowledgeDir));
    const spent = () => [
      replicas.reduce((sum, { pid }) => sum + cpuMsOf(pid), 0),
      familyCpuMsOf(server.pid()),
      cpuMsOf(process.pid) + cpuMsOf(proxy.pid),
    ];
    let before = spent();
    const load = await crowd.load(api, { ...plan, warmUp: plan.warmUp * count }, () => {
      before = spent();
    });
    const [cpuMs = 0, databaseCpuMs = 0, driverCpuMs = 0] = spent().map((ms, at) =>
      round((ms - (before[at] ?? 0)) / load.turns),
    );
    const most = (what: 'VmRSS' | 'VmHWM') => Math.max(...replicas.map(({ pid }) => memoryMbOf(pid, what)));
    return { ...load, cpuMs, databaseCpuMs, driverCpuMs, rssMb: most('VmRSS'), peakRssMb: most('VmHWM') };
  } finally {
    await Promise.all(replicas.map((one) => one.stop()));
    proxy.close();
    await api.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The middle of the rounds. */
function rate(some: Measured[]): number {
  return percentile(
    some.map(({ turns, seconds }) => turns / seconds),
    0.5,
  );
}

/** Figures of one side, each the middle of the rounds, times over all of them; memory is that of the largest replica. */
function named(side: string, some: Measured[]): Record<string, number> {
  const times = some.flatMap((each) => each.times);
  const middle = (what: 'cpuMs' | 'databaseCpuMs' | 'driverCpuMs') =>
    percentile(
      some.map((each) => each[what]),
      0.5,
    );
  return {
    [`${side}P50ms`]: percentile(times, 0.5),
    [`${side}P95ms`]: percentile(times, 0.95),
    [`${side}P99ms`]: percentile(times, 0.99),
    [`${side}CpuMsPerTurn`]: middle('cpuMs'),
    [`${side}DatabaseCpuMsPerTurn`]: middle('databaseCpuMs'),
    [`${side}DriverCpuMsPerTurn`]: middle('driverCpuMs'),
    [`${side}RssMb`]: Math.max(...some.map((each) => each.rssMb)),
    [`${side}PeakRssMb`]: Math.max(...some.map((each) => each.peakRssMb)),
  };
}

function questionsOf(knowledgeDir: string): string[] {
  return [...parseKnowledge(readContent(knowledgeDir)).passages.values()].flatMap((one) => one.ask);
}

/** Invented, for a database that lives as long as the bench. */
const keys = Object.fromEntries(
  ['QUEUE_KEY', 'CONTACT_KEY', 'OFFICER_KEY'].map((name) => [name, `only-for-the-bench-${name}-0123456789`]),
);

type Proxy = { url: string; pid: number; lead: (urls: string[]) => void; close: () => void };

function openProxy(): Promise<Proxy> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./replicas/balancer.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the proxy ended before it was ready')));
    child.once('message', (url: string) =>
      resolve({ url, pid: child.pid ?? 0, lead: (urls) => void child.send(urls), close: () => child.disconnect() }),
    );
  });
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
