import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export type Door = {
  url: string;
  opens(fetch: (request: Request) => Response | Promise<Response>): void;
  close(): Promise<void>;
};

/** A port of this machine whose app comes later. */
export async function openDoor(): Promise<Door> {
  let app: (request: Request) => Response | Promise<Response> = () => new Response('', { status: 503 });
  const server = await new Promise<Server>((resolve) => {
    const opened = serve({ fetch: (request) => app(request), hostname: '127.0.0.1', port: 0 }, () =>
      resolve(opened as Server),
    );
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    opens(fetch) {
      app = fetch;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
