import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';

type Options = {
  /** The path of the address that Telegram was given. */
  path: string;
  secret: string;
  /** Takes responsibility for one update; `malformed` when it is none. */
  take: (update: unknown) => Promise<'taken' | 'malformed'>;
};

/** Far above what Telegram sends for one update. */
const maxBodyBytes = 512 * 1024;

/** The door Telegram knocks at. It answers as soon as the update is safe, whatever the turn takes. */
export function webhook({ path, secret, take }: Options): Hono {
  const expected = digest(secret);
  const app = new Hono();
  app.post(path, async (c) => {
    const given = c.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!timingSafeEqual(digest(given), expected)) return c.text('', 401);
    // Only who knows the secret comes so far, and Telegram says how long a body is before it comes.
    if (Number(c.req.header('content-length') ?? 0) > maxBodyBytes) return c.text('', 413);
    const body = await c.req.arrayBuffer();
    if (body.byteLength > maxBodyBytes) return c.text('', 413);
    let update: unknown;
    try {
      update = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch {
      return c.text('', 400);
    }
    try {
      return (await take(update)) === 'taken' ? c.text('', 200) : c.text('', 400);
    } catch {
      // Not taken: Telegram delivers it again.
      return c.text('', 503);
    }
  });
  return app;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
