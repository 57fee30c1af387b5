import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Metrics } from './metrics.ts';

/** The figures at `/metrics`, on a port of their own. With a token only for who shows it. */
export function metricsDoor(metrics: Pick<Metrics, 'text' | 'type'>, token: string | null): Hono {
  const app = new Hono();
  app.get('/metrics', async (c) => {
    if (token !== null && !isSame(c.req.header('Authorization') ?? '', `Bearer ${token}`)) return c.text('', 401);
    return c.body(await metrics.text(), 200, { 'Content-Type': metrics.type });
  });
  app.notFound((c) => c.text('', 404));
  app.onError((_error, c) => c.text('', 500));
  return app;
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
