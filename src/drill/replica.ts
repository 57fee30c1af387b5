import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One running service of the drill. */
export type Replica = {
  url: string;
  pid: number;
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>;
  /** Asks it to stop and waits until it has; its exit code. */
  stop: () => Promise<number | null>;
};

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** As `npm run serve` starts what `npm run build` made. */
export const built = ['--max-semi-space-size=1', '--max-old-space-size=384', '--optimize-for-size', 'dist/main.js'];

/** Starts the service as an operator does, and waits until it is ready. `imports` are loaded before it. */
export function startReplica(env: Record<string, string>, imports: string[] = []): Promise<Replica> {
  const before = ['tsx', ...imports].flatMap((name) => ['--import', name]);
  return startService(env, [...before, main]);
}

/** Starts the service with these arguments of Node, and waits until it is ready. */
export async function startService(env: Record<string, string>, args: string[]): Promise<Replica> {
  const child = spawn(process.execPath, args, {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  await untilReady(url, child);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
    child.kill(signal);
    return gone;
  };
  return { url, pid: child.pid ?? 0, kill: () => end('SIGKILL').then(() => {}), stop: () => end('SIGTERM') };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const url = /http:\/\/\S+?:\d+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the service ended with code ${code} before it was ready: ${said}`)));
  });
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const ready = await fetch(`${url}/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the service ended before it was ready');
}
