import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from './core/errors.ts';

/**
 * How long a request may take to come in: long enough for a phone on one bar of signal, too short to hold a connection
 * open by writing a letter at a time.
 */
const patience = { headersTimeout: 20_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

export type Listening = { url: string; close: () => Promise<void> };

/** Serves `app`. Rejects with `port-in-use` when another program holds the port. */
export function listen(
  app: Pick<Hono, 'fetch'>,
  host: string,
  port: number,
  serverOptions = patience,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, (info) => {
      const shown = host === '0.0.0.0' || host === '127.0.0.1' || host === '::' ? 'localhost' : host;
      resolve({ url: `http://${shown}:${info.port}`, close: () => close(server as Server) });
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      const what =
        error.code === 'EADDRINUSE'
          ? `Cổng ${port} đang có chương trình khác dùng. Tắt chương trình đó, hoặc chạy lại với cổng khác: PORT=3001 npm start`
          : `Không mở được cổng ${port} trên ${host} (${error.code ?? 'lỗi lạ'}). Kiểm tra HOST và PORT.`;
      reject(new AppError('port-in-use', what));
    });
  });
}

/** Stops taking requests, waits for the running ones, and cuts what is idle after five seconds. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
