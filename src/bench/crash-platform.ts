import { createServer, type IncomingMessage } from 'node:http';

/** One message as the platform hands it out. */
export type PlatformUpdate = { id: number; contact: string; text: string };
/** What a worker sends: `part` of `parts` of the answer to one update. */
export type PlatformSend = { contact: string; answers: number; part: number; parts: number; life: number };

/** What the platform saw, for counting afterwards. */
export type Seen = Array<PlatformSend & { at: number }>;

export type Platform = {
  url: string;
  /** Makes the next `count` updates fetchable. */
  release: (count: number) => void;
  released: () => number;
  seen: Seen;
  /** Updates whose answer came whole. */
  answered: () => number;
  close: () => Promise<void>;
};

/**
 * A messenger that outlives the crashes: hands out updates until they are confirmed, as long polling does, and writes
 * down what is sent. It never sends anything again and never drops anything.
 */
export async function startPlatform(updates: PlatformUpdate[]): Promise<Platform> {
  let released = 0;
  let confirmed = 0;
  const seen: Seen = [];
  const parts = new Map<number, Set<number>>();
  const whole = new Set<number>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://platform');
    if (url.pathname === '/updates') {
      confirmed = Math.max(confirmed, Number(url.searchParams.get('confirmed')));
      const end = Math.min(released, confirmed + 100);
      if (end === confirmed) await new Promise((resolve) => setTimeout(resolve, 20));
      response.end(JSON.stringify(updates.slice(confirmed, end)));
      return;
    }
    const sent = JSON.parse(await textOf(request)) as PlatformSend;
    seen.push({ ...sent, at: seen.length });
    const those = parts.get(sent.answers) ?? new Set();
    parts.set(sent.answers, those.add(sent.part));
    if (those.size === sent.parts) whole.add(sent.answers);
    response.end(JSON.stringify({ id: String(seen.length) }));
  });
  // A slow machine must not find its connection closed just when it asks again.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    release: (count) => {
      released = Math.min(updates.length, released + count);
    },
    released: () => released,
    seen,
    answered: () => whole.size,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
