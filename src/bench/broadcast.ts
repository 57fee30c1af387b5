import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBotApi } from '../../test/telegram/bot-api.ts';
import type { Config } from '../config.ts';
import type { LifeOptions } from './broadcast/life.ts';
import { newDatabase, serverPrograms, startServer } from './private-server.ts';
import { printFigures, round } from './table.ts';

export type BroadcastOptions = {
  quick?: boolean;
  subscribers?: string;
  perSecond?: string;
  kills?: string;
  database?: string;
};

export type Plan = { subscribers: number; perSecond: number; kills: number };

/**
 * What people and the platform saw. `missed`: got nothing, though nothing of theirs is uncertain; `spanSeconds`: between the
 * first and the last message of each life, together.
 */
export type Result = Plan & {
  messages: number;
  spanSeconds: number;
  missed: number;
  doubled: number;
  uncertain: number;
  refusedByFlood: number;
};

/**
 * Sends one message to thousands of subscribers through a local Telegram that refuses whatever goes over its limit in any
 * second, and kills the service at random points of it. Counts what people and the platform saw.
 */
export async function benchBroadcast(config: Config, options: BroadcastOptions): Promise<void> {
  const { quick = false } = options;
  const database = options.database ?? (serverPrograms() === null ? 'embedded' : 'postgres');
  const plan: Plan = {
    subscribers: Number(options.subscribers ?? (quick ? 3_000 : 20_000)),
    perSecond: Number(options.perSecond ?? (quick ? 100 : 300)),
    kills: Number(options.kills ?? (quick ? 2 : 5)),
  };
  if (database !== 'embedded' && serverPrograms() === null) {
    process.stderr.write('Máy này chưa cài PostgreSQL 15 trở lên: chỉ đo được với --database embedded.\n');
    process.exit(2);
  }
  const result = await (database === 'embedded' ? broadcastEmbedded(config, plan) : broadcastServer(config, plan));
  const { subscribers, perSecond, kills, messages, spanSeconds, missed, doubled, uncertain, refusedByFlood } = result;
  printFigures(
    `broadcast: ${subscribers} subscribers, ${perSecond} messages a second allowed, killed ${kills} times; the rate is of the time between the first and the last message of each life`,
    {
      database,
      subscribers,
      rateShare: round(messages / spanSeconds / perSecond),
      missed,
      doubled,
      uncertain,
      kills,
      refusedByFlood,
    },
  );
}

export function broadcastEmbedded(config: Config, plan: Plan): Promise<Result> {
  return broadcast({ ...config, databaseUrl: null }, plan);
}

/** On a private server in a temporary folder; never on the operator's own. */
export async function broadcastServer(config: Config, plan: Plan): Promise<Result> {
  const server = await startServer();
  try {
    return await broadcast({ ...config, databaseUrl: await newDatabase(server) }, plan);
  } finally {
    await server.stop();
  }
}

async function broadcast(config: Config, plan: Plan): Promise<Result> {
  const { subscribers, perSecond } = plan;
  const got = new Map<number, number>();
  /** When each message of the present life came. */
  let times: number[] = [];
  let [messages, spanMs] = [0, 0];
  const api = await openBotApi({
    forgetful: true,
    totalPerSecond: perSecond,
    onMessage: (chat) => {
      got.set(chat, (got.get(chat) ?? 0) + 1);
      times.push(performance.now());
    },
  });
  for (let chat = 1; chat <= subscribers; chat++) api.meets(chat);
  const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-bench-'));
  const prepared = join(config.dataDir, 'prepared');
  if (existsSync(prepared)) cpSync(prepared, join(dataDir, 'prepared'), { recursive: true });
  const key = 'an invented key of thirty-two characters';
  const mode = { kind: 'polling' } as const;
  const telegram = { kind: 'on', token: api.token, apiRoot: api.url, mode } as const;
  const ours: Config = { ...config, dataDir, contactKey: key, queueKey: key, telegram };
  const killAt = Array.from({ length: plan.kills }, () => Math.ceil(Math.random() * subscribers * 0.9));
  killAt.sort((a, b) => a - b);
  let kills = 0;
  let uncertain: number | null = null;
  try {
    for (let life = 0; uncertain === null; life++) {
      const child = begin({ config: ours, perSecond, subscribers: life === 0 ? subscribers : null }, (line) => {
        if (line.startsWith('over ')) uncertain = JSON.parse(line.slice(5)).uncertain;
        else if (line.startsWith('trouble ')) process.stderr.write(`  ${line}\n`);
      });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const due = killAt[kills] ?? Number.POSITIVE_INFINITY;
      const before = messages;
      const timer = setInterval(() => {
        if (before + times.length < due) return;
        clearInterval(timer);
        kills++;
        child.kill('SIGKILL');
      }, 1);
      await ended;
      clearInterval(timer);
      if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL') throw new Error('the service ended by itself');
      messages += times.length;
      spanMs += Math.max(0, (times.at(-1) ?? 0) - (times[0] ?? 0));
      times = [];
    }
    return {
      ...plan,
      kills,
      messages,
      spanSeconds: spanMs / 1_000,
      missed: Math.max(0, subscribers - got.size - uncertain),
      doubled: [...got.values()].filter((count) => count > 1).length,
      uncertain,
      refusedByFlood: api.flooded(),
    };
  } finally {
    await api.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Starts a life of the service; told of each line it prints. */
function begin(options: LifeOptions, onLine: (line: string) => void): ChildProcess {
  const file = fileURLToPath(new URL('./broadcast/life.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  return child;
}
