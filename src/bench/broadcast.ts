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

/**
 * Sends one message to thousands of subscribers through a local Telegram that refuses whatever goes over its limit in any
 * second, and kills the service at random points of it. Counts what people and the platform saw.
 */
export async function benchBroadcast(config: Config, options: BroadcastOptions): Promise<void> {
  const database = options.database ?? (serverPrograms() === null ? 'embedded' : 'postgres');
  if (database === 'embedded') return onDatabase({ ...config, databaseUrl: null }, options);
  if (serverPrograms() === null) {
    process.stderr.write('Máy này chưa cài PostgreSQL 15 trở lên: chỉ đo được với --database embedded.\n');
    process.exit(2);
  }
  const server = await startServer();
  try {
    await onDatabase({ ...config, databaseUrl: await newDatabase(server) }, options);
  } finally {
    await server.stop();
  }
}

async function onDatabase(config: Config, options: BroadcastOptions): Promise<void> {
  const { quick = false } = options;
  const subscribers = Number(options.subscribers ?? (quick ? 3_000 : 20_000));
  const limit = Number(options.perSecond ?? (quick ? 100 : 300));
  const mostKills = Number(options.kills ?? (quick ? 2 : 5));
  const got = new Map<number, number>();
  /** When each message of the present life came. */
  let times: number[] = [];
  let [messages, spanMs] = [0, 0];
  const api = await openBotApi({
    forgetful: true,
    totalPerSecond: limit,
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
  const killAt = Array.from({ length: mostKills }, () => Math.ceil(Math.random() * subscribers * 0.9)).sort(
    (a, b) => a - b,
  );
  const troubles = new Map<string, number>();
  let kills = 0;
  let over: { uncertain: number; sent: number } | null = null;
  try {
    for (let life = 0; over === null; life++) {
      const given = { config: ours, perSecond: limit, subscribers: life === 0 ? subscribers : null };
      const child = begin(given, (line) => {
        if (line.startsWith('over ')) over = JSON.parse(line.slice(5));
        if (line.startsWith('trouble ')) troubles.set(line, (troubles.get(line) ?? 0) + 1);
      });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const due = killAt[kills];
      const before = messages;
      const timer = setInterval(() => {
        if (due === undefined || before + times.length < due) return;
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
    for (const [line, count] of troubles) process.stderr.write(`  ${line}: ${count}\n`);
    const { uncertain } = over as { uncertain: number };
    const without = subscribers - got.size;
    printFigures(
      `broadcast: ${subscribers} subscribers, ${limit} messages a second allowed, killed ${kills} times; the rate is of the time between the first and the last message of each life`,
      {
        database: ours.databaseUrl === null ? 'embedded' : 'postgres',
        subscribers,
        rateShare: round(messages / (spanMs / 1_000) / limit),
        missed: Math.max(0, without - uncertain),
        doubled: [...got.values()].filter((count) => count > 1).length,
        uncertain,
        kills,
        refusedByFlood: api.flooded(),
      },
    );
  } finally {
    await api.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Starts a life of the service; told of each line it prints. */
function begin(options: LifeOptions, onLine: (line: string) => void): ChildProcess {
  const file = fileURLToPath(new URL('./broadcast/life.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, JSON.stringify(options)], {
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
