import type { Context } from 'hono';
import type { AccessParts } from './access/door.ts';
import type { Visit } from './access/visit.ts';

/** What every request on the officers' pages carries. */
export type Env = { Variables: { visit: Visit | null; secureHeadersNonce: string } };
export type Ctx = Context<Env>;

/** What the pages work with. */
export type House = AccessParts & {
  /** Secret that the cookie is signed with. */
  cookieSecret: string;
};

export const base = '/can-bo';
