import { createHash, randomBytes } from 'node:crypto';
import { knock, openServer, type PeerServer, type Said } from './server.ts';

export type OaEvent = Record<string, unknown> & { event_name: string; timestamp: string };
export type Signing = { where?: 'body' | 'header'; secret?: string; prefix?: string };

export type OaPeer = PeerServer & {
  appId: string;
  appSecret: string;
  oaSecret: string;
  redirectUrl: string;
  /** The pair of tokens that holds now. */
  current: { access: string; refresh: string };
  /** Every refresh that was asked for, and what came of it. */
  refreshes: Array<{ token: string; outcome: 'granted' | 'reused' | 'unknown' }>;
  /** Every message asked for, with the token that came with it. */
  sends: Array<{ person: string; text: string; access: string }>;
  /** The next messages are answered with this code inside an answer with status 200. */
  refuse(code: number, times?: number): void;
  /** The access token holds no longer, though its time is not up. */
  revoke(): void;
  /** Answers of refreshes are held back from now on: the token is spent, and nobody hears of it until `release`. */
  holdRefresh(): void;
  releaseRefresh(): void;
  /** An administrator opens the consent page and agrees: the address the browser ends at. */
  agree(consentUrl: string): Promise<string>;
  says(person: string, text: string): OaEvent;
  does(person: string, event: string, message?: Record<string, unknown>): OaEvent;
  /** Delivers an event; the status of the answer. */
  deliver(event: OaEvent, signing?: Signing): Promise<number>;
  /** Where the webhook is. */
  hookUrl: string;
  acks: number[];
  /** Every path that was asked for. */
  asked: string[];
  seen(person: string): string[];
};

export type OaPeerOptions = {
  hookUrl?: string;
  expiresInSeconds?: number;
  nowMs?: () => number;
  /** Messages a minute; then -32. */
  perMinute?: number;
  /** Nothing is taken between 22 and 6 o'clock. */
  nightWindow?: boolean;
};

/** A local Official Account: tokens that rotate, messages with errors inside 200, signed events. Loopback only. */
export async function openOaPeer(options: OaPeerOptions = {}): Promise<OaPeer> {
  const { expiresInSeconds = 90_000, nowMs = Date.now, perMinute = Number.POSITIVE_INFINITY } = options;
  const [appId, appSecret, oaSecret] = ['4012345678901234567', 'khoa-ung-dung-gia-0001', 'khoa-oa-gia-0002'];
  const redirectUrl = 'https://tinh.example/zalo-xong';
  const tokens = new Map<string, number>();
  const refreshable = new Map<string, 'fresh' | 'spent'>();
  const codes = new Map<string, { challenge: string; until: number }>();
  const refreshes: OaPeer['refreshes'] = [];
  const sends: OaPeer['sends'] = [];
  const seen = new Map<string, string[]>();
  const refusals: number[] = [];
  const acks: number[] = [];
  const asked: string[] = [];
  const wroteAt = new Map<string, number>();
  const sentAt: number[] = [];
  let hold: Promise<void> | null = null;
  let release = () => {};
  let ids = 0;
  const fresh = (kind: string) => `${kind}-gia-${++ids}-${randomBytes(8).toString('hex')}`;
  const error = (code: number): Said => ({
    status: 200,
    json: { error: code, message: 'Zalo noi: bi-mat', data: null },
  });

  function grant(): Said {
    const current = { access: fresh('acc'), refresh: fresh('ref') };
    tokens.set(current.access, nowMs() + expiresInSeconds * 1_000);
    refreshable.set(current.refresh, 'fresh');
    peer.current = current;
    const { access: access_token, refresh: refresh_token } = current;
    return { status: 200, json: { access_token, refresh_token, expires_in: `${expiresInSeconds}` } };
  }

  async function accessToken(body: string, secretKey: unknown): Promise<Said> {
    const form = new URLSearchParams(body);
    if (form.get('app_id') !== appId || secretKey !== appSecret) return error(-14002);
    if (form.get('grant_type') === 'authorization_code') {
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const hash = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      return !code || code.challenge !== hash || code.until < nowMs() ? error(-14003) : grant();
    }
    const token = form.get('refresh_token') ?? '';
    const standing = refreshable.get(token);
    refreshes.push({ token, outcome: standing === 'fresh' ? 'granted' : standing === 'spent' ? 'reused' : 'unknown' });
    if (standing === undefined) return error(-14010);
    if (standing === 'spent') return error(-14020);
    refreshable.set(token, 'spent');
    const granted = grant();
    if (hold) await hold;
    return granted;
  }

  function message(body: string, access: unknown): Said {
    const call = JSON.parse(body) as { recipient?: { user_id?: string }; message?: { text?: string } };
    const person = call.recipient?.user_id ?? '';
    const text = call.message?.text ?? '';
    sends.push({ person, text, access: String(access) });
    const until = tokens.get(String(access));
    if (until === undefined) return error(-216);
    if (until < nowMs()) return error(-220);
    const code = refusals.shift();
    if (code !== undefined) return error(code);
    const now = nowMs();
    if (sentAt.filter((at) => now - at < 60_000).length >= perMinute) return error(-32);
    const hour = (new Date(now).getUTCHours() + 7) % 24;
    if (options.nightWindow && (hour >= 22 || hour < 6)) return error(-234);
    if (text.length < 1 || text.length > 2_000) return error(-210);
    const wrote = wroteAt.get(person);
    if (wrote === undefined) return error(-213);
    if (now - wrote > 7 * 24 * 3_600_000) return error(-230);
    sentAt.push(now);
    seen.set(person, [...(seen.get(person) ?? []), text]);
    const data = { message_id: fresh('msg'), user_id: person, sent_time: `${now}` };
    return { status: 200, json: { error: 0, message: 'Success', data } };
  }

  function permission(query: URLSearchParams): Said {
    if (query.get('app_id') !== appId || query.get('redirect_uri') !== redirectUrl) return error(-14001);
    const code = fresh('code');
    codes.set(code, { challenge: query.get('code_challenge') ?? '', until: nowMs() + 600_000 });
    const to = new URL(redirectUrl);
    to.search = new URLSearchParams({ oa_id: '579', code, state: query.get('state') ?? '' }).toString();
    return { status: 302, html: '', headers: { location: to.href } };
  }

  const server = await openServer(
    (path) => path.split('/').at(-1) ?? '',
    ({ path, query, headers, body }) => {
      asked.push(path);
      switch (path) {
        case '/v4/oa/permission':
          return permission(query);
        case '/v4/oa/access_token':
          return accessToken(body, headers.secret_key);
        case '/v3.0/oa/message/cs':
          return message(body, headers.access_token);
        default:
          return { status: 404, html: 'not found' };
      }
    },
  );

  const does: OaPeer['does'] = (person, event_name, said) => {
    wroteAt.set(person, nowMs());
    const follow = event_name === 'follow' || event_name === 'unfollow';
    return {
      event_name,
      app_id: appId,
      user_id_by_app: `app-${person}`,
      timestamp: `${nowMs() + ++ids}`,
      ...(follow ? { oa_id: '579', follower: { id: person } } : { sender: { id: person }, recipient: { id: '579' } }),
      ...(said ? { message: { msg_id: fresh('tin'), ...said } } : {}),
    };
  };

  const peer: OaPeer = {
    ...server,
    appId,
    appSecret,
    oaSecret,
    redirectUrl,
    current: { access: '', refresh: '' },
    refreshes,
    sends,
    acks,
    asked,
    hookUrl: options.hookUrl ?? '',
    refuse(code, times = 1) {
      for (let nth = 0; nth < times; nth++) refusals.push(code);
    },
    revoke: () => tokens.clear(),
    holdRefresh() {
      hold = new Promise((resolve) => {
        release = resolve;
      });
    },
    releaseRefresh() {
      hold = null;
      release();
    },
    async agree(consentUrl) {
      const response = await fetch(consentUrl, { redirect: 'manual' });
      return response.headers.get('location') ?? '';
    },
    says: (person, text) => does(person, 'user_send_text', { text }),
    does,
    async deliver(event, { where = 'body', secret = oaSecret, prefix = 'mac=' } = {}) {
      const body = JSON.stringify(event);
      const hash = createHash('sha256').update(`${appId}${body}${event.timestamp}${secret}`).digest('hex');
      const inHeader = { 'x-zevent-timestamp': event.timestamp };
      const headers = { 'x-zevent-signature': `${prefix}${hash}`, ...(where === 'header' ? inHeader : {}) };
      const status = await knock(peer.hookUrl, body, headers);
      acks.push(status);
      return status;
    },
    seen: (person) => seen.get(person) ?? [],
  };
  grant();
  return peer;
}
