import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { longestMs } from '../core/officers/session.ts';
import type { Ctx, House } from './house.ts';

// `__Host-`: only over https (or on this very machine), for this host alone, never readable by scripts.
const name = 'canbo';
const prefix = 'host';

/** The id in the visitor's cookie, or `null` when there is none or its signature does not fit. */
export async function readCookie(c: Ctx, { cookieSecret }: Pick<House, 'cookieSecret'>): Promise<string | null> {
  const id = await getSignedCookie(c, cookieSecret, name, prefix);
  return id === undefined || id === false ? null : id;
}

export function giveCookie(c: Ctx, { cookieSecret }: Pick<House, 'cookieSecret'>, id: string): Promise<void> {
  return setSignedCookie(c, name, id, cookieSecret, {
    prefix,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: longestMs('full') / 1000,
  });
}

export function dropCookie(c: Ctx): void {
  deleteCookie(c, name, { prefix, path: '/', secure: true });
}
