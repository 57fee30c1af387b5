import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isSame } from '../pseudonym.ts';
import type { Take } from './intake.ts';

type Options = {
  /** The path of the address that Zalo was given. */
  path: string;
  secret: string;
  take: Take;
};

/** Far above what Zalo sends for one event. */
const maxBodyBytes = 1024 * 1024;

/** The door Zalo knocks at. It answers as soon as the event is safe, whatever the turn takes. */
export function webhook({ path, secret, take }: Options): Hono {
  const app = new Hono();
  app.use(path, bodyLimit({ maxSize: maxBodyBytes, onError: (c) => c.text('', 413) }));
  app.post(path, async (c) => {
    if (!isSame(c.req.header('x-bot-api-secret-token') ?? '', secret)) return c.text('', 401);
    let event: unknown;
    try {
      event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer()));
    } catch {
      return c.text('', 400);
    }
    try {
      // Also for what is none of ours: Zalo tries the address with events nobody has described.
      await take(event);
      return c.text('', 200);
    } catch {
      // Not taken: Zalo may deliver it again.
      return c.text('', 503);
    }
  });
  return app;
}
