import { knock, openServer, type PeerServer, type Said } from './server.ts';

type Call = Record<string, unknown>;
export type Seen = { from: 'bot' | 'person'; text: string };
export type BotEvent = { event_name: string; message: Record<string, unknown> };

export type BotPeer = PeerServer & {
  token: string;
  calls: Array<{ method: string; call: Call }>;
  says(chat: string, text: string): BotEvent;
  /** Something that is no plain words: `image`, `sticker`, `voice`, `unsupported` … with what comes with it. */
  sends(chat: string, what: string, more?: Record<string, unknown>): BotEvent;
  saysInGroup(group: string, text: string): BotEvent;
  /** Events fetched or delivered from now on wait until `release`, which gives them out in the order it is told. */
  hold(): void;
  release(order?: (events: BotEvent[]) => BotEvent[]): void;
  again(event: BotEvent): void;
  /** Statuses the webhook answered with. */
  acks: number[];
  seen(chat: string): Seen[];
  typing: string[];
};

export type BotPeerOptions = {
  /** How long a fetch is held when there is nothing. */
  heldMs?: number;
  /** Messages of the plan; then 429. */
  quota?: number;
  nowMs?: () => number;
};

/** A local Bot Platform, with the people on the other side. Loopback only. */
export async function openBotPeer(options: BotPeerOptions = {}): Promise<BotPeer> {
  const { heldMs = 300, quota = Number.POSITIVE_INFINITY, nowMs = Date.now } = options;
  const token = '424242:THU-khoa-gia-cho-bai-thu';
  const chats = new Map<string, Seen[]>();
  const waiting: BotEvent[] = [];
  const held: BotEvent[] = [];
  const calls: BotPeer['calls'] = [];
  const acks: number[] = [];
  const typing: string[] = [];
  let holding = false;
  let fetching: ((event: BotEvent | null) => void) | null = null;
  let hook: { url: string; secret: string } | null = null;
  let sent = 0;
  let ids = 0;

  const bad = (code: number, description: string, spelled = 'error_code'): Said => ({
    status: code,
    json: { ok: false, [spelled]: code, description },
  });
  const ok = (result: unknown): Said => ({ status: 200, json: { ok: true, result } });

  function push(event: BotEvent): BotEvent {
    if (holding) held.push(event);
    else give(event);
    return event;
  }

  function give(event: BotEvent): void {
    if (hook) {
      const { url, secret } = hook;
      void knock(url, JSON.stringify({ ok: true, result: event }), { 'x-bot-api-secret-token': secret }).then(
        (status) => acks.push(status),
      );
      return;
    }
    if (!fetching) return void waiting.push(event);
    fetching(event);
    fetching = null;
  }

  const methods: Record<string, (call: Call) => Said | Promise<Said>> = {
    getMe: () => ok({ id: '424242', account_name: 'bot.thu', account_type: 'BASIC', can_join_groups: false }),
    async getUpdates() {
      if (hook) return bad(400, 'Bad Request: webhook is set');
      const first = waiting.shift();
      if (first) return ok(first);
      const event = await new Promise<BotEvent | null>((resolve) => {
        fetching = resolve;
        setTimeout(() => resolve(null), heldMs);
      });
      fetching = null;
      return event ? ok(event) : bad(408, 'Request timeout', 'errorCode');
    },
    async setWebhook({ url, secret_token }) {
      const secret = String(secret_token ?? '');
      if (!URL.canParse(String(url)) || secret.length < 8 || secret.length > 256) return bad(400, 'Bad Request');
      hook = { url: String(url), secret };
      const tried = await knock(hook.url, '{}', { 'x-bot-api-secret-token': secret });
      const outcome = tried === 200 ? 'webhook.ok' : tried === 0 ? 'webhook.err.unreachable' : `webhook.http.${tried}`;
      return ok({ url, updated_at: nowMs(), verification: { ok: tried === 200, outcome, hint: 'xem lại' } });
    },
    deleteWebhook() {
      hook = null;
      return ok({ url: '' });
    },
    sendMessage({ chat_id, text }) {
      const chat = chats.get(String(chat_id));
      if (!chat || typeof text !== 'string' || text.length < 1 || text.length > 2000) return bad(400, 'Bad Request');
      if (++sent > quota) return bad(429, 'Quota exceeded');
      chat.push({ from: 'bot', text });
      return ok({ message_id: `m${++ids}`, date: nowMs() });
    },
    sendChatAction({ chat_id, action }) {
      if (action !== 'typing') return bad(400, 'Bad Request');
      typing.push(String(chat_id));
      return { status: 200, json: { ok: true } };
    },
  };

  const server = await openServer(
    (path) => path.split('/').at(-1) ?? '',
    ({ path, body, query }) => {
      const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
      if (given !== token) return bad(401, 'Unauthorized');
      const call = body === '' ? Object.fromEntries(query) : (JSON.parse(body) as Call);
      calls.push({ method, call });
      return methods[method]?.(call) ?? bad(404, 'Not Found');
    },
  );

  function write(chat: string, text: string): void {
    const known = chats.get(chat) ?? [];
    chats.set(chat, known);
    known.push({ from: 'person', text });
  }
  const event = (chat: string, type: string, what: string, more: Record<string, unknown>): BotEvent => ({
    event_name: `message.${what}.received`,
    message: {
      message_id: `tin-${++ids}`,
      date: nowMs() + ids,
      from: { id: chat, display_name: 'An Thử', is_bot: false },
      chat: { id: chat, chat_type: type },
      ...more,
    },
  });

  return {
    ...server,
    token,
    calls,
    acks,
    typing,
    says(chat, text) {
      write(chat, text);
      return push(event(chat, 'PRIVATE', 'text', { text }));
    },
    sends(chat, what, more = {}) {
      write(chat, '');
      return push(event(chat, 'PRIVATE', what, more));
    },
    saysInGroup(group, text) {
      write(group, text);
      return push(event(group, 'GROUP', 'text', { text }));
    },
    hold() {
      holding = true;
    },
    release(order = (events) => events) {
      holding = false;
      for (const one of order(held.splice(0))) give(one);
    },
    again: give,
    seen: (chat) => chats.get(chat) ?? [],
  };
}
