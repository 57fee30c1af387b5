import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Tokens } from '../../../core/oa-tokens.ts';
import type { Called, Http } from '../http.ts';

/** What came of asking for tokens. Neither our tokens nor Zalo's words are in it. */
export type Granted =
  | { kind: 'tokens'; tokens: Tokens }
  /** Zalo never got the request, or only asks to come later: what was to be spent was not. */
  | { kind: 'unspent' }
  /** The refresh token was spent before. */
  | { kind: 'reused' }
  /** Zalo said no, by this code. */
  | { kind: 'refused'; code: number }
  /** Nobody can tell whether it was spent. */
  | { kind: 'unknown' };

export type OAuth = {
  refresh: (refreshToken: string) => Promise<Granted>;
  exchange: (code: string, verifier: string) => Promise<Granted>;
};

const granted = z.object({
  access_token: z.string().min(1).max(4_096),
  refresh_token: z.string().min(1).max(4_096),
  // A string of digits: "90000".
  expires_in: z.coerce.number().int().positive(),
});
/** Zalo says "3 months"; some days are left out. */
const refreshLifeMs = 88 * 24 * 60 * 60_000;
const rateLimited = -32;
const reused = -14020;

/** The door of tokens. `http` must open a connection for each call. */
export function oauth(http: Http, app: { appId: string; appSecret: string }, now: () => Date): OAuth {
  const ask = async (fields: Record<string, string>): Promise<Granted> => {
    const takenAt = now();
    const body = new URLSearchParams({ app_id: app.appId, ...fields });
    const headers = { secret_key: app.appSecret };
    return grantOf(await http({ path: '/v4/oa/access_token', body, headers }), takenAt);
  };
  return {
    refresh: (token) => ask({ grant_type: 'refresh_token', refresh_token: token }),
    exchange: (code, verifier) => ask({ grant_type: 'authorization_code', code, code_verifier: verifier }),
  };
}

function grantOf(called: Called, takenAt: Date): Granted {
  if (called.kind === 'unreached') return { kind: 'unspent' };
  if (called.kind === 'cut' || called.status >= 500) return { kind: 'unknown' };
  const read = granted.safeParse(called.body);
  if (read.success) {
    const { access_token: access, refresh_token: refresh, expires_in } = read.data;
    const accessUntil = new Date(takenAt.getTime() + expires_in * 1_000);
    const refreshUntil = new Date(takenAt.getTime() + refreshLifeMs);
    return { kind: 'tokens', tokens: { access, refresh, takenAt, accessUntil, refreshUntil } };
  }
  const code = Number((called.body as { error?: unknown } | null)?.error ?? Number.NaN);
  if (called.status === 429 || code === rateLimited) return { kind: 'unspent' };
  if (code === reused) return { kind: 'reused' };
  // An answer without a word of ours to read: it may have been granted.
  return Number.isNaN(code) && called.status === 200
    ? { kind: 'unknown' }
    : { kind: 'refused', code: code || called.status };
}

/** One consent that is under way: only who began it can finish it. */
export type Consent = { url: string; state: string; verifier: string };

/** The address of Zalo's consent page, with PKCE. */
export function consent(root: string, appId: string, redirectUrl: string): Consent {
  const [verifier, state] = [32, 16].map((bytes) => randomBytes(bytes).toString('base64url')) as [string, string];
  const url = new URL('/v4/oa/permission', root);
  url.search = new URLSearchParams({
    app_id: appId,
    redirect_uri: redirectUrl,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    state,
  }).toString();
  return { url: url.href, state, verifier };
}

/** The code in the address that the consent page led to, or what is wrong with that address. */
export function codeIn(
  address: string,
  { state }: Consent,
): { code: string } | 'no-address' | 'other-state' | 'no-code' {
  const at = address.trim();
  if (!URL.canParse(at)) return 'no-address';
  const told = new URL(at).searchParams;
  if (told.get('state') !== state) return 'other-state';
  const code = told.get('code') ?? '';
  return code === '' ? 'no-code' : { code };
}
