import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** Serves an app on a free port of this machine. */
export function serveApp(app: Pick<Hono, 'fetch'>): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => {
      const close = () =>
        new Promise<void>((done) => {
          (server as Server).closeAllConnections();
          server.close(() => done());
        });
      resolve({ url: `http://127.0.0.1:${info.port}`, close });
    });
  });
}
