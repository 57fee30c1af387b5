import type { Answer, Call } from './methods.ts';

export type Update = { update_id: number } & Record<string, unknown>;

type Webhook = { url: string; secret: string | null; allowed: string[] | null; connections: number };
type Poll = { answer: (answer: Answer) => void; limit: number; timer: NodeJS.Timeout };

export type Delivery = {
  push(kinds: Record<string, unknown>): Update;
  /** A copy of an update that was delivered before, as Telegram sends when an answer got lost. */
  again(update: Update): void;
  getUpdates(call: Call): Promise<Answer>;
  setWebhook(call: Call): Answer;
  deleteWebhook(call: Call): Answer;
  info(): Answer;
  /** Updates nobody has taken yet. */
  pending(): number;
  /** Status and milliseconds of every webhook call, in order. */
  acks: Array<{ status: number; ms: number }>;
  close(): void;
};

/** How updates reach the bot: long polling or a webhook, one excluding the other. */
export function makeDelivery(): Delivery {
  let queue: Update[] = [];
  let nextId = 100_000;
  let waiting: Poll | null = null;
  let allowed: string[] | null = null;
  let webhook: Webhook | null = null;
  let inFlight = 0;
  let closed = false;
  let lastError: string | null = null;
  const busy = new Set<string>();
  const acks: Delivery['acks'] = [];

  const add = (update: Update) => {
    const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
    const wanted = webhook?.allowed ?? allowed;
    if (wanted && wanted.length > 0 && !wanted.includes(kind)) return;
    queue.push(update);
    serve();
    pump();
  };

  function serve(): void {
    if (!waiting || queue.length === 0) return;
    const { answer, limit, timer } = waiting;
    waiting = null;
    clearTimeout(timer);
    answer({ ok: true, result: queue.slice(0, limit) });
  }

  /** Sends what may be sent: many chats at once, one update of a chat after the other. */
  function pump(): void {
    if (!webhook || closed) return;
    for (const update of queue) {
      if (inFlight >= webhook.connections) return;
      const lane = laneOf(update);
      if (busy.has(lane)) continue;
      busy.add(lane);
      inFlight++;
      void post(webhook, update).then((taken) => {
        inFlight--;
        busy.delete(lane);
        if (taken) queue = queue.filter((one) => one !== update);
        if (taken) pump();
        else setTimeout(pump, 50).unref();
      });
    }
  }

  async function post(hook: Webhook, update: Update): Promise<boolean> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (hook.secret !== null) headers['x-telegram-bot-api-secret-token'] = hook.secret;
    const from = performance.now();
    try {
      const response = await fetch(hook.url, { method: 'POST', headers, body: JSON.stringify(update) });
      await response.arrayBuffer();
      acks.push({ status: response.status, ms: performance.now() - from });
      lastError = response.ok ? null : `Wrong response from the webhook: ${response.status}`;
      return response.ok;
    } catch {
      lastError = 'Connection refused';
      return false;
    }
  }

  return {
    acks,
    push(kinds) {
      const update = { update_id: nextId++, ...kinds };
      add(update);
      return update;
    },
    again: (update) => add(update),
    async getUpdates(call) {
      if (webhook)
        return { ok: false, code: 409, why: "Conflict: can't use getUpdates method while webhook is active" };
      if (waiting) {
        clearTimeout(waiting.timer);
        waiting.answer({ ok: false, code: 409, why: 'Conflict: terminated by other getUpdates request' });
        waiting = null;
      }
      if (Array.isArray(call.allowed_updates)) allowed = call.allowed_updates.map(String);
      const offset = Number(call.offset ?? 0);
      // What lies before the offset was taken: it is never sent again.
      if (offset > 0) queue = queue.filter((one) => one.update_id >= offset);
      const limit = Math.min(100, Math.max(1, Number(call.limit ?? 100)));
      const timeoutMs = Number(call.timeout ?? 0) * 1000;
      if (queue.length > 0 || timeoutMs === 0) return { ok: true, result: queue.slice(0, limit) };
      return new Promise((answer) => {
        const timer = setTimeout(() => {
          waiting = null;
          answer({ ok: true, result: [] });
        }, timeoutMs);
        waiting = { answer, limit, timer };
      });
    },
    setWebhook(call) {
      const url = String(call.url ?? '');
      if (url === '') {
        webhook = null;
        return { ok: true, result: true };
      }
      const secret = call.secret_token === undefined ? null : String(call.secret_token);
      if (secret !== null && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
        return { ok: false, code: 400, why: 'Bad Request: secret token contains unallowed characters' };
      const kinds = Array.isArray(call.allowed_updates) ? call.allowed_updates.map(String) : null;
      if (call.drop_pending_updates === true) queue = [];
      webhook = { url, secret, allowed: kinds, connections: Number(call.max_connections ?? 40) };
      setImmediate(pump);
      return { ok: true, result: true };
    },
    deleteWebhook(call) {
      webhook = null;
      if (call.drop_pending_updates === true) queue = [];
      return { ok: true, result: true };
    },
    info: () => ({
      ok: true,
      result: {
        url: webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: queue.length,
        ...(lastError === null ? {} : { last_error_message: lastError }),
      },
    }),
    pending: () => queue.length,
    close() {
      closed = true;
      webhook = null;
      if (waiting) clearTimeout(waiting.timer);
    },
  };
}

/** Updates of one lane keep their order. */
function laneOf(update: Update): string {
  const told = (update.message ?? update.edited_message ?? update.my_chat_member ?? {}) as { chat?: { id: number } };
  const query = update.callback_query as { from: { id: number } } | undefined;
  return String(told.chat?.id ?? query?.from.id ?? update.update_id);
}
