import { Hono } from 'hono';
import { guardHeaders } from './channels/web/guard.ts';
import { isReady, mayAnswer, type Running } from './core/running.ts';

/**
 * What a proxy and a roll-out ask: `/health`, whether people may be led here, and `/ready`, whether every part works.
 * They differ while the database is away: a proxy that took all replicas out then would keep help from people.
 */
export function signsOfLife(running: () => Promise<Running>): Map<string, Pick<Hono, 'fetch'>> {
  const app = new Hono();
  app.use(guardHeaders);
  app.get('/health', async (c) => {
    const ok = mayAnswer(await running());
    return c.json({ ok }, ok ? 200 : 503);
  });
  app.get('/ready', async (c) => {
    const now = await running();
    const ready = isReady(now);
    return c.json({ ready, ...now }, ready ? 200 : 503);
  });
  return new Map(['/health', '/ready'].map((path) => [path, app]));
}
