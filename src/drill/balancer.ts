import { createServer } from 'node:http';

export type Balancer = { url: string; lead: (urls: string[]) => void; close: () => void };

const lookMs = 200;

/**
 * Leads requests to the replicas as the proxy in deploy/ does: in turn, past those whose `/health` says that they leave
 * or do not answer, and to another one when a connection fails before an answer came.
 */
export async function openBalancer(): Promise<Balancer> {
  let all: string[] = [];
  let well = new Set<string>();
  let turn = 0;
  const look = async () => {
    const seen = await Promise.all(
      all.map((url) =>
        fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).then(
          (response) => (response.ok ? [url] : []),
          () => [],
        ),
      ),
    );
    well = new Set(seen.flat());
  };
  const looking = setInterval(() => void look(), lookMs);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name) ? [[name, value]] : [],
      ),
    );
    const from = turn++;
    const order = [...all.filter((url) => well.has(url)), ...all.filter((url) => !well.has(url))];
    const first = Math.max(1, all.filter((url) => well.has(url)).length);
    for (let tried = 0; tried < order.length; tried++) {
      const url = tried < first ? order[(from + tried) % first] : order[tried];
      try {
        const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
        const answer = await fetch(`${url}${request.url}`, { method: request.method ?? 'GET', headers, body });
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
        response.end(Buffer.from(await answer.arrayBuffer()));
        return;
      } catch {
        // The next one.
      }
    }
    response.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    lead(urls) {
      all = urls;
      well = new Set(urls);
    },
    close() {
      clearInterval(looking);
      server.close();
      server.closeAllConnections();
    },
  };
}
