import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const root = '/usr/lib/postgresql';

/** Folder of the newest installed server programs, or `null` when this machine has none. */
export function serverPrograms(): string | null {
  if (!existsSync(root)) return null;
  const [newest] = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => b - a);
  return newest === undefined ? null : join(root, String(newest), 'bin');
}

export type Server = {
  url: string;
  /** The process that has started all others of the server. */
  pid: () => number;
  /** Ends the server at once, as a crash would; its data stays. */
  crash: () => Promise<void>;
  /** Whether it runs; it may have ended by itself. */
  runs: () => boolean;
  /** Starts it again after a crash. */
  restart: () => Promise<void>;
  /** Ends it for good. */
  stop: () => Promise<void>;
};

/**
 * A private server in a new folder under `parent`, on a free port of this machine. Runs as `postgres` where we are root.
 * Without `toDisk` it outlives its own crash, not the machine's, and is back at once: with it, all files of all databases
 * are first written out, which takes minutes on a busy disk.
 */
export async function startServer(parent = tmpdir(), { toDisk = true } = {}): Promise<Server> {
  const programs = serverPrograms();
  if (programs === null) throw new Error('no PostgreSQL server is installed');
  const folder = mkdtempSync(join(parent, 'hoa-ban-pg-'));
  // The server refuses to run as root.
  const account = process.getuid?.() === 0 ? accountOf('postgres') : null;
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const setUp = ['-D', data, '-U', 'hoaban', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), setUp, { ...account, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
  if (!toDisk) settings.push('-c', 'fsync=off');
  const begin = () => spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...account, stdio: 'ignore' });
  let child = begin();
  const url = `postgres://hoaban@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  const runs = () => child.exitCode === null && child.signalCode === null;
  const crash = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGQUIT');
    await gone;
  };
  return {
    url,
    pid: () => child.pid ?? 0,
    crash,
    runs,
    async restart() {
      child = begin();
      await untilReady(url);
    },
    async stop() {
      if (runs()) await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountOf(name: string): { uid: number; gid: number } {
  const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' })));
  return { uid, gid };
}

/** A new, empty database on the server; returns its address. */
export async function newDatabase(server: Server): Promise<string> {
  const name = `t${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url.replace(/postgres$/, name);
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 1_200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Below the ports that systems give out by themselves: while the server is away after a crash, nobody gets its port. */
const [lowestPort, ports] = [20_000, 10_000];

async function freePort(): Promise<number> {
  for (;;) {
    const port = lowestPort + Math.floor(Math.random() * ports);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
