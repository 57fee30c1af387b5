import type { Hono } from 'hono';
import type { Metrics } from './metrics.ts';

type Served = Pick<Hono, 'fetch'>;

/** The doors people come through, told by the first part of the path. */
const doors: Record<string, string> = {
  '': 'page',
  tin: 'message',
  xoa: 'erase',
  lich: 'cover',
  'can-bo': 'officers',
  health: 'signs',
  ready: 'signs',
};

/** The same app, with every answer counted by door and kind of status. */
export function counted(app: Served, { request: count }: Pick<Metrics, 'request'>): Served {
  return {
    fetch: async (request, ...rest) => {
      const [, first = ''] = new URL(request.url).pathname.split('/');
      const response = await app.fetch(request, ...rest);
      count(doors[first] ?? 'elsewhere', response.status);
      return response;
    },
  };
}
