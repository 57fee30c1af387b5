import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BotApi, openBotApi } from '../../test/telegram/bot-api.ts';
import type { Config } from '../config.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { newDatabase, serverPrograms, startServer } from './private-server.ts';
import { cpuMsOf, familyCpuMsOf } from './process.ts';
import { lastButton } from './replicas/crowd.ts';
import { percentile, printFigures, round } from './table.ts';
import { actAt, mixInWords } from './telegram/mix.ts';

const people = 50;
/** After so many messages somebody else writes: nobody writes without end. */
const talkLength = 10;
const secret = 'bench-secret-0123456789';

/**
 * Turns a second through the Telegram door, beside the barest echo bot of the same library: one after the other on the
 * same local server, knocked at by the same people, who each wait for a reply before they write again.
 */
export async function benchTelegram(config: Config, options: TelegramOptions): Promise<void> {
  const server = await serverFor(config, options.database);
  try {
    await onDatabase({ ...config, databaseUrl: server.url }, server, options);
  } finally {
    await server.stop();
  }
}

export type TelegramOptions = { quick?: boolean; count?: string; database?: string };

/** `cpuMs`: processor time so far of a server of our own. */
type Measured = { url: string | null; cpuMs: () => number; stop: () => Promise<void> };

/** The database to measure on: the operator's own, a private server, or (`null`) the embedded one. */
async function serverFor(config: Config, which: string | undefined): Promise<Measured> {
  const notOurs = { cpuMs: () => 0, stop: async () => {} };
  if (which === 'embedded') return { url: null, ...notOurs };
  if (config.databaseUrl !== null) return { url: config.databaseUrl, ...notOurs };
  if (serverPrograms() === null) {
    if (which === undefined) return { url: null, ...notOurs };
    process.stderr.write('Máy này chưa cài PostgreSQL 15 trở lên: chỉ đo được với --database embedded.\n');
    process.exit(2);
  }
  const server = await startServer();
  return { url: await newDatabase(server), cpuMs: () => familyCpuMsOf(server.pid()), stop: server.stop };
}

async function onDatabase(config: Config, server: Measured, options: TelegramOptions): Promise<void> {
  const turns = Number(options.count ?? (options.quick ? 400 : 5_000));
  const asked = [...parseKnowledge(readContent(config.knowledgeDir)).passages.values()].flatMap((one) => one.ask);
  const waiting = new Map<number, () => void>();
  const api = await openBotApi({ forgetful: true, onMessage: (chat) => waiting.get(chat)?.() });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/tg`;
  const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-bench-'));
  const key = 'an invented key of thirty-two characters';
  const prepared = join(config.dataDir, 'prepared');
  if (existsSync(prepared)) cpSync(prepared, join(dataDir, 'prepared'), { recursive: true });
  const ours: Config = {
    ...config,
    dataDir,
    port,
    host: '127.0.0.1',
    contactKey: key,
    queueKey: key,
    telegram: { kind: 'on', token: api.token, apiRoot: api.url, mode: { kind: 'webhook', url, secret } },
  };
  try {
    const echo = await start('echo', { token: api.token, apiRoot: api.url, url, secret });
    const echoed = await loading(echo, server, (spent) => load(api, waiting, asked, turns * 2, 0, spent));
    await end(echo);
    const bot = await start('bot', ours);
    const answered = await loading(bot, server, (spent) => load(api, waiting, asked, turns, 1_000_000, spent));
    await end(bot);
    const database = config.databaseUrl === null ? 'embedded' : 'postgres';
    printFigures(
      `telegram: ${turns} turns of ${people} people at a time by webhook, ${talkLength} messages each; ${mixInWords}`,
      {
        database,
        perSecond: answered.perSecond,
        echoPerSecond: echoed.perSecond,
        ratio: round(answered.perSecond / echoed.perSecond),
        cpuMsPerTurn: answered.cpuMs.own,
        databaseCpuMsPerTurn: answered.cpuMs.database,
        driverCpuMsPerTurn: answered.cpuMs.driver,
        echoCpuMsPerTurn: echoed.cpuMs.own,
        echoDriverCpuMsPerTurn: echoed.cpuMs.driver,
        ackP99ms: answered.ackP99ms,
        replyP50ms: answered.replyP50ms,
        replyP99ms: answered.replyP99ms,
      },
    );
  } finally {
    await api.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Runs a load on a program; fails when the program ends under it. */
function loading<T>(child: ChildProcess, { cpuMs }: Measured, run: (spent: () => Cpu) => Promise<T>): Promise<T> {
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', () => reject(new Error('the program under load has ended'))),
  );
  ended.catch(() => {});
  const spent = () => ({ own: cpuMsOf(child.pid ?? 0), database: cpuMs(), driver: cpuMsOf(process.pid) });
  return Promise.race([run(spent), ended]);
}

/** Processor time in ms: of the program under load, of a database server of ours, of the people and their Telegram. */
type Cpu = { own: number; database: number; driver: number };

/** `cpuMs`: for each turn. */
type Load = { cpuMs: Cpu; perSecond: number; ackP99ms: number; replyP50ms: number; replyP99ms: number };

/** Lets all people write until `turns` are answered; the first tenth warms up and is not counted. */
async function load(
  api: BotApi,
  waiting: Map<number, () => void>,
  asked: string[],
  turns: number,
  firstChat: number,
  spent: () => Cpu,
): Promise<Load> {
  const warmUp = Math.ceil(turns / 10);
  const times: number[] = [];
  let next = 0;
  let answered = 0;
  let began = performance.now();
  let acksBefore = 0;
  let before = spent();
  const person = async (slot: number) => {
    for (let acts = 0; next < turns + warmUp; acts++) {
      const chat = firstChat + slot + people * Math.floor(acts / talkLength);
      const act = actAt(next++, asked);
      const from = performance.now();
      const reply = new Promise<void>((resolve) => waiting.set(chat, resolve));
      const button = act.kind === 'taps' ? lastButton(api, chat) : null;
      if (button) api.taps(chat, button);
      else if (act.kind === 'voice') api.sends(chat, { voice: { file_id: 'f', duration: 2 } });
      else api.says(chat, act.kind === 'says' ? act.text : 'chào');
      await reply;
      if (++answered === warmUp) {
        began = performance.now();
        acksBefore = api.delivery.acks.length;
        before = spent();
      } else if (answered > warmUp) times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, at) => person(1 + at)));
  const perSecond = round((times.length * 1_000) / (performance.now() - began));
  const after = spent();
  const each = (of: keyof Cpu) => round((after[of] - before[of]) / times.length);
  const cpuMs = { own: each('own'), database: each('database'), driver: each('driver') };
  const acks = api.delivery.acks.slice(acksBefore);
  const refused = acks.filter((one) => one.status !== 200).length;
  if (refused > 0) process.stderr.write(`  ${refused} knocks were not answered with 200\n`);
  const ackP99ms = percentile(
    acks.map((one) => one.ms),
    0.99,
  );
  return { cpuMs, perSecond, ackP99ms, replyP50ms: percentile(times, 0.5), replyP99ms: percentile(times, 0.99) };
}

/** Starts one of the programs beside this file and waits until it is ready. */
function start(name: 'echo' | 'bot', given: object): Promise<ChildProcess> {
  const file = fileURLToPath(new URL(`./telegram/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the ${name} ended before it was ready`)));
    child.stdout.once('data', () => resolve(child));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
