import type { MiddlewareHandler } from 'hono';
import { type Area, may } from '../core/officers/role.ts';
import type { Visit } from './access/visit.ts';
import { base, type Ctx, type Env } from './house.ts';
import { refusal } from './pages/refused.ts';

/** Lets in whoever is signed in, both steps, with a role that may enter the area. */
export function only(area: Area): MiddlewareHandler<Env> {
  return async (c, next) => {
    const visit = c.get('visit');
    if (visit?.session.stage !== 'full') {
      if (wantsPage(c)) return c.redirect(`${base}/vao`, 303);
      return c.json({ error: 'signed-out' }, 401);
    }
    if (!may(visit.credentials.officer.role, area))
      return wantsPage(c) ? refusal(c, 403) : c.json({ error: 'not-allowed' }, 403);
    return next();
  };
}

/** The visit on a page behind `only`. */
export function visitOf(c: Ctx): Visit {
  const visit = c.get('visit');
  if (!visit) throw new Error('a page without its guard');
  return visit;
}

/** Whether a browser will show the answer, rather than a script of ours read it. */
function wantsPage(c: Ctx): boolean {
  return !/^application\/json/.test(c.req.header('accept') ?? '');
}
