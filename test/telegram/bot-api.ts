import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Message, makeChats } from './chats.ts';
import { type Delivery, makeDelivery } from './delivery.ts';
import { type Answer, type Call, methods, type World } from './methods.ts';
import { makePeople, type People } from './people.ts';

/** A fault to give instead of the answer; `lost` does what is asked and then breaks the line before answering. */
export type Fault = { code?: number; retryAfter?: number; slowMs?: number; drop?: true; lost?: true; times: number };

export type BotApi = People & {
  url: string;
  token: string;
  delivery: Delivery;
  /** Every call of a method that the server took, in order. */
  calls: Array<{ method: string; call: Call; at: number }>;
  /** The next calls of `method` (or of every method, `*`) go wrong. */
  fail(method: string, fault: Fault): void;
  /** Lets a person be there who has started the bot before. */
  meets(chat: number): void;
  /** How many messages were refused for being too many in a second. */
  flooded(): number;
  /** What the person sees in the chat now, oldest first. */
  seen(chat: number): Message[];
  /** Waits until `true`; throws with `what` after `ms`. */
  until(what: string, holds: () => boolean, ms?: number): Promise<void>;
  /** A file that `getFile` finds, and its id. */
  file(bytes: Buffer, name?: string): string;
  commands(): World['commands'];
  close(): Promise<void>;
};

export type BotApiOptions = {
  token?: string;
  port?: number;
  /** Called for every message the bot sends, before the answer. */
  onMessage?: (chat: number, text: string) => void;
  /** Messages a chat takes in a second before 429; none counted when absent. */
  floodPerSecond?: number;
  /** Messages that all chats together take in a second before 429. */
  totalPerSecond?: number;
  nowMs?: () => number;
  /** Keep no list of calls: for long measurements. */
  forgetful?: boolean;
};

/** A local Telegram: the Bot API as the bot meets it, with the people on the other side. Loopback only. */
export async function openBotApi(options: BotApiOptions = {}): Promise<BotApi> {
  const { token = '7000001:THU-khoa-gia-cho-bai-thu_0123456789', nowMs = Date.now } = options;
  const chats = makeChats(nowMs);
  const delivery = makeDelivery();
  const world: World = { chats, token, openQueries: new Set(), files: new Map(), commands: [] };
  const contents = new Map<string, Buffer>();
  const calls: BotApi['calls'] = [];
  const faults = new Map<string, Fault[]>();
  const sentAt = new Map<number, number[]>();

  function faultFor(method: string): Fault | null {
    for (const name of [method, '*']) {
      const [first] = faults.get(name) ?? [];
      if (!first) continue;
      first.times -= 1;
      if (first.times <= 0) faults.get(name)?.shift();
      return first;
    }
    return null;
  }

  let refusedByFlood = 0;
  const allSentAt: number[] = [];
  function floodedInAll(): boolean {
    if (options.totalPerSecond === undefined) return false;
    const now = nowMs();
    while ((allSentAt[0] ?? now) <= now - 1_000) allSentAt.shift();
    if (allSentAt.length >= options.totalPerSecond) return true;
    allSentAt.push(now);
    return false;
  }

  function flooded(chat: number): boolean {
    if (options.floodPerSecond === undefined) return false;
    const now = nowMs();
    const recent = (sentAt.get(chat) ?? []).filter((at) => now - at < 1000);
    sentAt.set(chat, recent);
    if (recent.length >= options.floodPerSecond) return true;
    recent.push(now);
    return false;
  }

  function perform(method: string, call: Call): Answer | Promise<Answer> {
    if (method === 'getUpdates') return delivery.getUpdates(call);
    if (method === 'setWebhook') return delivery.setWebhook(call);
    if (method === 'deleteWebhook') return delivery.deleteWebhook(call);
    if (method === 'getWebhookInfo') return delivery.info();
    const known = methods[method];
    if (!known) return { ok: false, code: 404, why: 'Not Found: method not found' };
    if (method === 'sendMessage') {
      if (flooded(Number(call.chat_id)) || floodedInAll()) {
        refusedByFlood++;
        return { ok: false, code: 429, why: 'Too Many Requests: retry after 1', retryAfter: 1 };
      }
      options.onMessage?.(Number(call.chat_id), String(call.text));
    }
    return known(world, call);
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
    if (file) {
      const bytes = file[1] === token ? contents.get(file[2] ?? '') : undefined;
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    const call = await bodyOf(request);
    if (given !== token) return send(response, { ok: false, code: 401, why: 'Unauthorized' });
    if (call === null) return send(response, { ok: false, code: 400, why: "Bad Request: can't parse the request" });
    if (!options.forgetful) calls.push({ method, call, at: nowMs() });
    const fault = faultFor(method);
    if (fault?.slowMs) await new Promise((resolve) => setTimeout(resolve, fault.slowMs));
    if (fault?.drop) {
      request.socket.destroy();
      return;
    }
    if (fault?.code) {
      const why = fault.code === 429 ? `Too Many Requests: retry after ${fault.retryAfter}` : 'Internal Server Error';
      const { code, retryAfter } = fault;
      return send(response, { ok: false, code, why, ...(retryAfter === undefined ? {} : { retryAfter }) });
    }
    const answer = await perform(method, call);
    if (fault?.lost) request.socket.destroy();
    else send(response, answer);
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));

  return {
    ...makePeople(chats, delivery, world, nowMs),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    delivery,
    calls,
    fail(method, fault) {
      faults.set(method, [...(faults.get(method) ?? []), { ...fault }]);
    },
    meets: (chat) => void chats.open(chat),
    flooded: () => refusedByFlood,
    seen: (chat) => [...chats.open(chat).messages.values()],
    async until(what, holds, ms = 10_000) {
      const end = Date.now() + ms;
      while (!holds()) {
        if (Date.now() > end) throw new Error(`never came true: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    file(bytes, name = `voice/file_${contents.size}.oga`) {
      const id = `f${contents.size}`;
      contents.set(name, bytes);
      world.files.set(id, { path: name, size: bytes.length });
      return id;
    },
    commands: () => world.commands,
    close() {
      delivery.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Call | null> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (parts.length === 0) return {};
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as Call;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const said = answer.ok
    ? { ok: true, result: answer.result }
    : {
        ok: false,
        error_code: answer.code,
        description: answer.why,
        ...(answer.retryAfter === undefined ? {} : { parameters: { retry_after: answer.retryAfter } }),
      };
  const body = JSON.stringify(said);
  response.writeHead(answer.ok ? 200 : answer.code, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
