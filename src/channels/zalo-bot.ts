import type { Hono } from 'hono';
import type { Mailbox, Sender } from '../core/mailbox.ts';
import { makeAlarms } from './zalo/alarms.ts';
import { type Answer, botApi, type Failure } from './zalo/bot/api.ts';
import { makeIntake, type Take } from './zalo/bot/intake.ts';
import { type Polling, startPolling } from './zalo/bot/polling.ts';
import { botSender } from './zalo/bot/sender.ts';
import { webhook } from './zalo/bot/webhook.ts';
import { operatorWords } from './zalo/bot/words.ts';
import { zaloHttp } from './zalo/http.ts';
import { makePseudonyms } from './zalo/pseudonym.ts';
import type { Words } from './zalo/render.ts';

export type ZaloBotOptions = Words & {
  token: string;
  /** Where the Bot Platform is. */
  apiRoot: string;
  mode: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };
  /** Secret of the pseudonyms. */
  contactKey: Buffer;
  /** Tells the operator, in words. */
  tell: (line: string) => void;
  /** Told of trouble by code only. */
  onTrouble?: (code: string) => void;
  now?: () => Date;
  /** The first wait after a failure; it doubles up to a minute. */
  firstWaitMs?: number;
};

export type ZaloBot = {
  sender: Sender;
  /** The door for Zalo, to be mounted; `null` when we fetch ourselves. */
  door: Hono | null;
  /** Connects, goes on trying in the background, and hands what comes to the mailbox. Never rejects. */
  start: (mailbox: Mailbox) => void;
  /** Takes no more events; those taken are safe. */
  stop: () => Promise<void>;
};

const longestWaitMs = 60_000;
/** After Zalo could not reach us: somebody has to mend something first. */
const unreachableMs = 5 * 60_000;
/** Failures in a row that are an outage and not a hiccup. */
const outageAfter = 3;

/** The Zalo Bot Platform as a channel: decodes and hands over, renders and sends. Everything between is the mailbox's. */
export function zaloBotChannel(options: ZaloBotOptions): ZaloBot {
  const { token, apiRoot, mode, contactKey, replies, sourceLines, firstWaitMs = 1_000 } = options;
  const { now = () => new Date(), onTrouble = () => {} } = options;
  const api = botApi(zaloHttp(apiRoot), token);
  const alarms = makeAlarms(operatorWords, { tell: options.tell, onTrouble, nowMs: () => now().getTime() });
  const stopping = new AbortController();
  let take: Take | null = null;
  let polling: Polling | null = null;
  let unsent = 0;
  let failures = 0;

  /** What came of sending. Fetching is counted apart: it may work while sending does not. */
  function onSent(answer: Answer): void {
    unsent = answer.kind === 'down' ? unsent + 1 : 0;
    if (answer.kind === 'ok') alarms.clear('down', 'unauthorised');
    if (answer.kind === 'quota' || answer.kind === 'unauthorised') alarms.raise(answer.kind);
    if (unsent >= outageAfter) alarms.raise('down');
  }

  /** How long to wait after a failure before trying again; `null` when that makes no sense. */
  function onFailure(failure: Failure): number | null {
    failures++;
    switch (failure.kind) {
      case 'unauthorised':
        alarms.raise('unauthorised');
        return null;
      case 'quota':
        alarms.raise('quota');
        return failure.afterSeconds * 1_000;
      case 'refused':
        alarms.raise('conflict');
        break;
      case 'nothing':
      case 'down':
        if (failures >= outageAfter) alarms.raise('down');
    }
    return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 16));
  }

  function onReached(): void {
    if (failures > 0) alarms.clear('online', 'conflict', 'down');
    failures = 0;
    alarms.raise('online');
  }

  async function connect(into: Take): Promise<void> {
    while (!stopping.signal.aborted) {
      const waitMs = await setUp();
      if (waitMs === 'ready') {
        if (stopping.signal.aborted) return;
        onReached();
        if (mode.kind === 'polling') polling = startPolling({ api, take: into, onFailure, onFetched: onReached });
        return;
      }
      if (waitMs === null) return;
      await new Promise((resolve) => setTimeout(resolve, waitMs).unref());
    }
  }

  /** Gets ready to receive. `null` when it never will be; otherwise how long to wait before the next try. */
  async function setUp(): Promise<'ready' | number | null> {
    const known = await api('getMe', {});
    // A token that is none is not found.
    if (known.kind === 'refused') return onFailure({ kind: 'unauthorised' });
    if (known.kind !== 'ok') return onFailure(known);
    if (mode.kind === 'polling') {
      // While a webhook is set nothing can be fetched; where none is set this may be refused.
      const removed = await api('deleteWebhook', {});
      return removed.kind === 'ok' || removed.kind === 'refused' ? 'ready' : onFailure(removed);
    }
    const set = await api('setWebhook', { url: mode.url, secret_token: mode.secret });
    if (set.kind === 'refused') {
      alarms.raise('webhook-refused');
      return null;
    }
    if (set.kind !== 'ok') return onFailure(set);
    const { verification } = (set.result ?? {}) as { verification?: { ok?: unknown } };
    if (verification?.ok !== false) return 'ready';
    alarms.raise('webhook-unreachable');
    return unreachableMs;
  }

  return {
    sender: botSender({ api, words: { replies, sourceLines }, onAnswer: onSent }),
    door:
      mode.kind === 'polling'
        ? null
        : webhook({
            path: new URL(mode.url).pathname,
            secret: mode.secret,
            async take(event) {
              // Before the start there is nobody to take it: Zalo delivers it again.
              if (take === null) throw new Error('not started');
              await take(event);
            },
          }),
    start(mailbox) {
      const pseudonyms = makePseudonyms('zalo-bot', contactKey);
      take = makeIntake({ api, mailbox, replies, pseudonyms, now, onTrouble });
      void connect(take);
    },
    async stop() {
      stopping.abort();
      await polling?.stop();
    },
  };
}
