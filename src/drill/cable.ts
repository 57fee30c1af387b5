import { createServer, connect as dial, type Socket } from 'node:net';

/** How the line to the database is: sound, cut (refused at once), silent (nothing comes through), or slow. */
export type Line = { kind: 'sound' } | { kind: 'cut' } | { kind: 'silent' } | { kind: 'slow'; ms: number };

export type Cable = { port: number; set: (line: Line) => void; close: () => void };

/** A line to `port` of this machine that can be cut, held and slowed down. */
export async function layCable(port: number): Promise<Cable> {
  let line: Line = { kind: 'sound' };
  const pairs = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    if (line.kind === 'cut') return near.destroy();
    const far = dial(port, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    carry(near, far);
    carry(far, near);
    for (const end of pair) {
      end.on('error', () => {});
      end.on('close', () => {
        pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
  });
  /** What comes while the line is silent is held back and comes late, as after a broken route. */
  function carry(from: Socket, to: Socket): void {
    let tail = Promise.resolve();
    from.on('data', (chunk) => {
      tail = tail.then(async () => {
        if (line.kind === 'slow') await rest(line.ms);
        while (line.kind === 'silent' && !to.destroyed) await rest(50);
        if (!to.destroyed) to.write(chunk);
      });
    });
    from.on('end', () => void tail.then(() => to.end()));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    set(next) {
      line = next;
      if (next.kind === 'cut') for (const pair of pairs) for (const end of pair) end.destroy();
    },
    close() {
      for (const pair of pairs) for (const end of pair) end.destroy();
      server.close();
    },
  };
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
