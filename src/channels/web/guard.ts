import type { MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

const headers: Array<[name: string, value: string]> = [
  ['Content-Security-Policy', policy],
  ['Referrer-Policy', 'no-referrer'],
  // Nothing of a visit may be found later in the browser's cache.
  ['Cache-Control', 'no-store'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-DNS-Prefetch-Control', 'off'],
];

/** Puts the security headers on every response, errors included. */
export const guardHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of headers) c.res.headers.set(name, value);
};

/**
 * Whether the browser says that our own page made this request. `Sec-Fetch-Site` cannot be forged by a page, so it
 * decides alone where it exists (a proxy may have changed `Host`); older browsers send `Origin` on every cross-site
 * POST. A request with neither comes from no page, so nobody's browser is being used against them.
 */
export function fromOurPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether the body is declared as JSON: a foreign form cannot declare that without asking us first. */
export function declaresJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
}
