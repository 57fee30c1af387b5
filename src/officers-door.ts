import type { Hono } from 'hono';
import { base } from './dashboard/house.ts';

type Served = Pick<Hono, 'fetch'>;

/**
 * One app for the officers' pages and for everything else, told apart by path. The officers' pages are opened when
 * somebody first asks for one: they would make every start slower.
 */
export function withOfficers(open: () => Promise<Served>, others: Served): Served {
  let opened: Promise<Served> | null = null;
  return {
    fetch: async (request, ...rest) => {
      const { pathname } = new URL(request.url);
      if (pathname !== base && !pathname.startsWith(`${base}/`)) return others.fetch(request, ...rest);
      opened ??= open().catch((error) => {
        opened = null;
        throw error;
      });
      return (await opened).fetch(request, ...rest);
    },
  };
}
