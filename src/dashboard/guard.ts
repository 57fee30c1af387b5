import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { Within } from '../core/callers.ts';
import type { Env } from './house.ts';
import { refusal } from './pages/refused.ts';

const maxBodyBytes = 256 * 1024;
const self = "'self'";
const none = "'none'";

/** Forms that try a secret: the steps of signing in and of setting up an account. */
const tries = /\/(vao|ma|lap|lap\/buoc-2)$/;

/**
 * Puts the guards before everything else: headers, what one address may ask for, size, and no request that another site's
 * page makes.
 */
export function guard(app: Hono<Env>, within: Within = () => true): void {
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: [none],
        scriptSrc: [NONCE],
        styleSrc: [NONCE],
        imgSrc: [self, 'data:'],
        connectSrc: [self],
        formAction: [self],
        baseUri: [none],
        frameAncestors: [none],
        requireTrustedTypesFor: ["'script'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // For this host alone: the province's other names are not ours to rule.
      strictTransportSecurity: 'max-age=15552000',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    }),
    async (c, next) => {
      await next();
      // Nothing of a visit may be found later in the browser's cache.
      c.res.headers.set('Cache-Control', 'no-store');
    },
    async (c, next) => {
      const isTry = c.req.method === 'POST' && tries.test(c.req.path);
      if (within(c.req.raw, c.env, isTry ? 'try' : 'page')) return next();
      c.header('Retry-After', '60');
      return refusal(c, 429);
    },
    bodyLimit({ maxSize: maxBodyBytes, onError: (c) => refusal(c, 413) }),
    // hono looks at forms only; other bodies are held to the same rule.
    async (c, next) => {
      const isSafe = /^(GET|HEAD)$/.test(c.req.method);
      const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i.test(
        c.req.header('content-type') ?? 'text/plain',
      );
      const site = c.req.header('sec-fetch-site');
      const isOurs = site === undefined ? isOurOrigin(c.req.header('origin') ?? '', c.req.raw) : site === 'same-origin';
      if (!isSafe && !isForm && !isOurs) return refusal(c, 403);
      return next();
    },
    csrf({ origin: (origin, c) => c.req.header('sec-fetch-site') === undefined && isOurOrigin(origin, c.req.raw) }),
  );
}

/** Whether the page of this origin is ours, for browsers that do not say it outright. A proxy may have changed `Host`. */
function isOurOrigin(origin: string, { headers, url }: Request): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
