import { createHmac, randomBytes } from 'node:crypto';
import { type Belongs, callerAddress, networkOf } from './caller-address.ts';
import type { Asked, Within } from './core/callers.ts';

const minuteMs = 60_000;
/** Addresses counted at once; a flood from ever new ones costs a fixed amount of memory. */
const mostCounted = 50_000;
/** A page with all its files is nine requests, and a talk asks for few others. */
const pagesForMessage = 4;
/** Steps of signing in, for all officers behind one address. */
const triesPerMinute = 40;

/** What the operator is told when requests come through a proxy that was not named. */
export const unnamedProxy =
  'Có proxy phía trước mà TRUSTED_PROXY chưa ghi tên nó: mọi người trông như từ một địa chỉ, nên Hoa Ban không đếm theo địa chỉ. Ghi địa chỉ của proxy vào TRUSTED_PROXY (xem .env.example).';

type Options = {
  isTrusted: Belongs;
  messagesPerMinute: number;
  /** Told once when requests come through a proxy that was not named: those cannot be told apart. */
  onUnnamedProxy: () => void;
};

/**
 * Counts what each network address asks for in a minute. Addresses are kept nowhere: what is counted is their mark under
 * a key made for that minute, and marks, counts and key are thrown away together when it is over.
 */
export function makeCallers({ isTrusted, messagesPerMinute, onUnnamedProxy }: Options): Within {
  const most: Record<Asked, number> = {
    page: messagesPerMinute * pagesForMessage,
    message: messagesPerMinute,
    try: triesPerMinute,
  };
  let minute: { key: Buffer; counts: Map<string, number> } | null = null;
  let told = false;

  return (request, env, asked) => {
    const caller = callerAddress(peerOf(env), request.headers.get('x-forwarded-for') ?? undefined, isTrusted);
    if (caller.kind === 'unnamed-proxy' && !told) {
      told = true;
      onUnnamedProxy();
    }
    if (caller.kind !== 'known') return true;
    const { key, counts } = thisMinute();
    const mark = createHmac('sha256', key)
      .update(`${asked} ${networkOf(caller.address)}`)
      .digest('base64');
    const count = (counts.get(mark) ?? 0) + 1;
    // The latest last, so that the ones that are forgotten first are the ones that stopped.
    counts.delete(mark);
    counts.set(mark, count);
    const [oldest] = counts.keys();
    if (counts.size > mostCounted && oldest !== undefined) counts.delete(oldest);
    return count <= most[asked];
  };

  function thisMinute() {
    if (minute === null) {
      minute = { key: randomBytes(32), counts: new Map() };
      setTimeout(() => {
        minute = null;
      }, minuteMs).unref();
    }
    return minute;
  }
}

/** The other end of the connection a request came by, as @hono/node-server hands it over. */
function peerOf(env: unknown): string | undefined {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}
