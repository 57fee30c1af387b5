import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { zaloHttp } from '../../src/channels/zalo/http.ts';

let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = null;
});

async function serve(answer: RequestListener): Promise<string> {
  const opened = createServer(answer);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
}
const call = { path: '/botkhoa-bi-mat/sendMessage', body: { text: 'hoacucvang' }, timeoutMs: 300 };

test('a server that says nothing, or drips for ever, is given up', async () => {
  const silent = await serve(() => {});
  expect(await zaloHttp(silent)(call)).toEqual({ kind: 'cut' });
  server?.closeAllConnections();
  server?.close();
  const dripping = await serve((_request, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  });
  expect(await zaloHttp(dripping)(call)).toEqual({ kind: 'cut' });
});

test('a call can be let go of', async () => {
  const root = await serve(() => {});
  const end = new AbortController();
  const called = zaloHttp(root)({ ...call, timeoutMs: 60_000, signal: end.signal });
  end.abort();
  expect(await called).toEqual({ kind: 'cut' });
});

test('nobody there is told apart from nobody knows', async () => {
  expect(await zaloHttp('http://127.0.0.1:9')({ ...call, timeoutMs: 20_000 })).toEqual({ kind: 'unreached' });
  const broken = await serve((request) => request.socket.destroy());
  expect(await zaloHttp(broken, { once: true })(call)).toEqual({ kind: 'cut' });
});

test('an answer that leads elsewhere is not followed, and no more is read than an answer can be', async () => {
  const asked: string[] = [];
  const root = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await zaloHttp(root)({ ...call, timeoutMs: 20_000 })).toMatchObject({ kind: 'answered', status: 302 });
  expect(asked).toEqual([call.path]);
  server?.closeAllConnections();
  server?.close();
  const endless = await serve((_request, response) => response.end('x'.repeat(300_000)));
  expect(await zaloHttp(endless)({ ...call, timeoutMs: 20_000 })).toEqual({ kind: 'cut' });
});

test('a form is sent as a form, and what is no JSON is nothing', async () => {
  let got = '';
  const root = await serve((request, response) => {
    got = `${request.headers['content-type']}`;
    response.end('<html>');
  });
  const answer = await zaloHttp(root)({ ...call, body: new URLSearchParams({ a: 'b' }), timeoutMs: 20_000 });
  expect(answer).toEqual({ kind: 'answered', status: 200, body: null, retryAfterSeconds: null });
  expect(got).toContain('application/x-www-form-urlencoded');
});
