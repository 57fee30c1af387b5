import http from 'node:http';
import https from 'node:https';
import axios from 'axios';

/**
 * What came of a call. Foreign errors end here: they hold the address, the token and what was sent. `unreached`: the
 * server certainly never got it; `cut`: nobody can tell.
 */
export type Called =
  | { kind: 'answered'; status: number; body: unknown; retryAfterSeconds: number | null }
  | { kind: 'unreached' }
  | { kind: 'cut' };

export type Call = {
  path: string;
  /** An object is sent as JSON, parameters as a form. */
  body: Record<string, unknown> | URLSearchParams;
  headers?: Record<string, string>;
  /** The longest the whole call may take. */
  timeoutMs?: number;
  signal?: AbortSignal;
};

/** Calls one server. Never rejects. */
export type Http = (call: Call) => Promise<Called>;

const usualTimeoutMs = 15_000;
/** Far above any answer of Zalo, and any message of ours. */
const maxAnswerBytes = 256 * 1024;
const maxBodyBytes = 64 * 1024;

/** Errors before a connection stood: nothing was sent. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_URL|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/** `once`: a connection of its own for every call, so that a stale one can never leave it open whether a call arrived. */
export function zaloHttp(root: string, { once = false } = {}): Http {
  const agents = { keepAlive: !once, maxSockets: 64 };
  const client = axios.create({
    baseURL: root,
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    maxBodyLength: maxBodyBytes,
    validateStatus: () => true,
    responseType: 'text',
    transformResponse: [(data) => data],
    proxy: false,
    httpAgent: new http.Agent(agents),
    httpsAgent: new https.Agent(agents),
  });
  return async ({ path, body, headers = {}, timeoutMs = usualTimeoutMs, signal }) => {
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const {
        status,
        data,
        headers: told,
      } = await client.post(path, body, {
        headers,
        timeout: timeoutMs,
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      });
      return { kind: 'answered', status, body: jsonOf(data), retryAfterSeconds: secondsOf(told['retry-after']) };
    } catch (error) {
      const code = axios.isAxiosError(error) ? (error.code ?? '') : '';
      return { kind: beforeSending.test(code) ? 'unreached' : 'cut' };
    }
  };
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

function secondsOf(header: unknown): number | null {
  const seconds = typeof header === 'string' ? Number(header) : Number.NaN;
  return seconds > 0 && seconds <= 3_600 ? Math.ceil(seconds) : null;
}
