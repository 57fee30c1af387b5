import { createHmac } from 'node:crypto';
import { autoRetry } from '@grammyjs/auto-retry';
import { Api } from 'grammy';
import type { Hono } from 'hono';
import { commandNames } from '../core/commands.ts';
import type { Mailbox, Sender } from '../core/mailbox.ts';
import type { Citation } from '../core/passage.ts';
import type { Replies } from '../core/ports.ts';
import { type Failure, failureOf } from './telegram/failure.ts';
import { type Intake, makeIntake } from './telegram/intake.ts';
import { type Polling, startPolling } from './telegram/polling.ts';
import { recordings } from './telegram/recording.ts';
import { telegramSender } from './telegram/sender.ts';
import { webhook } from './telegram/webhook.ts';
import { wanted } from './telegram/wire.ts';
import { commandWords, type OperatorWord, operatorWords } from './telegram/words.ts';

export type TelegramOptions = {
  token: string;
  /** Where the Bot API is. */
  apiRoot: string;
  mode: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };
  /** Secret of the pseudonyms: a contact is a keyed hash of the chat. */
  contactKey: Buffer;
  replies: Replies;
  sourceLines: (citations: Citation[]) => string[];
  /** Tells the operator, in words. */
  tell: (line: string) => void;
  /** Told of what cannot be read, by code only. */
  onTrouble?: (code: 'malformed') => void;
  now?: () => Date;
  /** The first wait after a failure; it doubles up to a minute. */
  firstWaitMs?: number;
};

export type Telegram = {
  /** Fetches a voice note, by the name in its update. */
  recording: (id: string, signal: AbortSignal) => Promise<Uint8Array | null>;
  sender: Sender;
  /** The door for Telegram, to be mounted; `null` when we fetch ourselves. */
  door: Hono | null;
  /** Connects, goes on trying in the background, and hands what comes to the mailbox. Never rejects. */
  start: (mailbox: Mailbox) => void;
  /** Takes no more updates; those taken are safe. */
  stop: () => Promise<void>;
};

const longestWaitMs = 60_000;
/** No one call waits longer than this for Telegram. */
const callSeconds = 20;

/** The Telegram channel: decodes and hands over, renders and sends. Everything between is the mailbox's. */
export function telegramChannel(options: TelegramOptions): Telegram {
  const { token, apiRoot, mode, contactKey, replies, sourceLines, firstWaitMs = 1_000 } = options;
  const api = new Api(token, { apiRoot, timeoutSeconds: callSeconds });
  api.config.use(
    autoRetry({ maxRetryAttempts: 1, maxDelaySeconds: 2, rethrowInternalServerErrors: true, rethrowHttpErrors: true }),
  );
  const pollApi = new Api(token, { apiRoot, timeoutSeconds: 60 });
  const lead = replies.get('lead').bubbles.join(' ');
  const sender = telegramSender(api, { lead, sourceLines }, replies);
  let intake: Intake | null = null;
  let polling: Polling | null = null;
  let stopped = false;
  let lastTold: OperatorWord | null = null;
  let failures = 0;

  /** Says a thing once, until something else is said. */
  function tellOnce(word: OperatorWord): void {
    if (lastTold === word) return;
    lastTold = word;
    options.tell(operatorWords[word]);
  }

  function onFailure(failure: Failure): number | null {
    if (failure.kind === 'unauthorised') {
      tellOnce('unauthorised');
      return null;
    }
    if (failure.kind === 'flood') return failure.afterSeconds * 1_000;
    tellOnce(failure.kind === 'conflict' ? 'conflict' : 'down');
    return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures++, 16));
  }

  function onReached(): void {
    failures = 0;
    tellOnce('online');
  }

  async function connect({ takeAll }: Intake): Promise<void> {
    while (!stopped) {
      try {
        await setUp();
        break;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'refused' && mode.kind === 'webhook') return tellOnce('webhook-refused');
        const waitMs = onFailure(failure);
        if (waitMs === null) return;
        await new Promise((resolve) => setTimeout(resolve, waitMs).unref());
      }
    }
    if (stopped) return;
    onReached();
    if (mode.kind === 'polling')
      polling = startPolling({ api: pollApi, take: takeAll, onFailure, onFetched: onReached });
  }

  async function setUp(): Promise<void> {
    await api.getMe();
    // A bot without its list of commands still answers.
    const commands = commandNames.map((command) => ({ command, description: commandWords[command] ?? command }));
    await api.setMyCommands(commands).catch((error) => {
      const { kind } = failureOf(error);
      if (kind === 'down' || kind === 'flood') throw error;
    });
    if (mode.kind === 'polling') await api.deleteWebhook();
    else
      await api.setWebhook(mode.url, {
        secret_token: mode.secret,
        allowed_updates: [...wanted],
        max_connections: 100,
      });
  }

  /** Before the start there is nobody to take it: Telegram delivers it again. */
  async function take(update: unknown): Promise<'taken' | 'malformed'> {
    if (intake === null) throw new Error('not started');
    return intake.take(update);
  }

  return {
    recording: recordings(api, { apiRoot, token }),
    sender,
    door: mode.kind === 'webhook' ? webhook({ path: new URL(mode.url).pathname, secret: mode.secret, take }) : null,
    start(mailbox) {
      intake = makeIntake({
        api,
        mailbox,
        replies,
        contactOf: (chat) => createHmac('sha256', contactKey).update(`telegram:${chat}`).digest('hex'),
        now: options.now ?? (() => new Date()),
        onTrouble: options.onTrouble ?? (() => {}),
      });
      void connect(intake);
    },
    async stop() {
      stopped = true;
      await polling?.stop();
    },
  };
}
