import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A fault to give instead of the answer. `body` is sent with `code` as it stands; `lost` does what is asked and breaks
 * the line before answering; `drop` breaks it at once.
 */
export type Fault = {
  code?: number;
  body?: string;
  headers?: Record<string, string>;
  slowMs?: number;
  drop?: true;
  lost?: true;
  times: number;
};

export type Asked = { path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string };
export type Said = { status: number; json?: unknown; html?: string; headers?: Record<string, string> };

export type PeerServer = {
  url: string;
  /** The next calls of `what` (or of anything, `*`) go wrong. */
  fail(what: string, fault: Fault): void;
  /** Nothing of `what` goes wrong any more. */
  heal(what: string): void;
  until(what: string, holds: () => boolean, ms?: number): Promise<void>;
  close(): Promise<void>;
};

/** A server of this machine that answers like Zalo's and can be told to fail. `nameOf` says which call a path is. */
export async function openServer(
  nameOf: (path: string) => string,
  answer: (asked: Asked) => Said | Promise<Said>,
): Promise<PeerServer> {
  const faults = new Map<string, Fault[]>();

  function faultFor(name: string): Fault | null {
    for (const key of [name, '*']) {
      const [first] = faults.get(key) ?? [];
      if (!first) continue;
      first.times -= 1;
      if (first.times <= 0) faults.get(key)?.shift();
      return first;
    }
    return null;
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const asked = { path: pathname, query: searchParams, headers: request.headers, body: await bodyOf(request) };
    const fault = faultFor(nameOf(pathname));
    if (fault?.slowMs) await new Promise((resolve) => setTimeout(resolve, fault.slowMs));
    if (fault?.drop) return void request.socket.destroy();
    if (fault?.code)
      return send(response, { status: fault.code, html: fault.body ?? '', headers: fault.headers ?? {} });
    const said = await answer(asked);
    if (fault?.lost) request.socket.destroy();
    else send(response, said);
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail(what, fault) {
      faults.set(what, [...(faults.get(what) ?? []), { ...fault }]);
    },
    heal: (what) => void faults.delete(what),
    async until(what, holds, ms = 30_000) {
      const end = Date.now() + ms;
      while (!holds()) {
        if (Date.now() > end) throw new Error(`never came true: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, json, html, headers = {} }: Said): void {
  if (response.destroyed) return;
  const type = json === undefined ? 'text/html' : 'application/json';
  response
    .writeHead(status, { 'content-type': type, ...headers })
    .end(json === undefined ? html : JSON.stringify(json));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Delivers to a webhook as Zalo's own caller does: again a few times while it is not taken. */
export async function knock(url: string, body: string, headers: Record<string, string>): Promise<number> {
  let status = 0;
  for (let tries = 0; tries < 20; tries++) {
    status = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'Java/17.0.9', ...headers },
    }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200 || (status >= 400 && status < 500)) return status;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return status;
}
