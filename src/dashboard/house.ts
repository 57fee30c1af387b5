import type { Context } from 'hono';
import type { Within } from '../core/callers.ts';
import type { AccessParts } from './access/door.ts';
import type { Visit } from './access/visit.ts';

/** What every request on the officers' pages carries. */
export type Env = { Variables: { visit: Visit | null; secureHeadersNonce: string } };
export type Ctx = Context<Env>;

/** What the pages work with. */
export type House = AccessParts & {
  /** Secret that the cookie is signed with. */
  cookieSecret: string;
  /** What one network address may ask for; everything when absent. */
  within?: Within;
};

export const base = '/can-bo';
