import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkSignature, type Signer } from './signature.ts';

type Options = {
  path: string;
  signer: Signer;
  now: () => Date;
  /** Takes responsibility for one event. Rejects when it cannot be taken. */
  take: (event: unknown) => Promise<void>;
  /** Told where the moment stood that an event was signed with. */
  onSigned: (where: 'body' | 'header') => void;
  /** Told of an event refused that names our app, as Zalo's own do: perhaps a setting or the clock is wrong. */
  onRefused: (why: 'forged' | 'old') => void;
};

/** Far above what Zalo sends for one event. */
const maxBodyBytes = 256 * 1024;

/** The door Zalo knocks at: only what it signed, and lately, comes in. It answers as soon as the event is safe. */
export function webhook({ path, signer, now, take, onSigned, onRefused }: Options): Hono {
  const app = new Hono();
  app.use(path, bodyLimit({ maxSize: maxBodyBytes, onError: (c) => c.text('', 413) }));
  app.post(path, async (c) => {
    // The signature is over the bytes as they came.
    const raw = new Uint8Array(await c.req.arrayBuffer());
    let event: unknown;
    try {
      event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
    } catch {
      return c.text('', 400);
    }
    const { timestamp, app_id } = (event ?? {}) as { timestamp?: unknown; app_id?: unknown };
    const inBody = typeof timestamp === 'string' || typeof timestamp === 'number' ? `${timestamp}` : null;
    const inHeader = c.req.header('x-zevent-timestamp') ?? null;
    const signature = c.req.header('x-zevent-signature') ?? '';
    const checked = checkSignature({ raw, signature, inBody, inHeader }, signer, now());
    if (checked === 'forged' || checked === 'old') {
      if (signature !== '' && app_id === signer.appId) onRefused(checked);
      return c.text('', 401);
    }
    onSigned(checked);
    try {
      await take(event);
      return c.text('', 200);
    } catch {
      // Not taken: Zalo may deliver it again.
      return c.text('', 503);
    }
  });
  return app;
}
