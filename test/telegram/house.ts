import { type Telegram, type TelegramOptions, telegramChannel } from '../../src/channels/telegram.ts';
import type { Mailbox } from '../../src/core/mailbox.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { openDoor } from '../channels/door.ts';
import { type memoryConversations, replies } from '../fakes.ts';
import { type BotApi, type BotApiOptions, openBotApi } from './bot-api.ts';
import { countedTurns } from './counted-turns.ts';
import { type MemoryMailbox, memoryMailbox } from './memory-mailbox.ts';

export type House = {
  api: BotApi;
  mailbox: MemoryMailbox;
  telegram: Telegram;
  /** What the operator was told. */
  told: string[];
  conversations: ReturnType<typeof memoryConversations>;
  /** The newest text of the bot in a chat; waits for it to be after `count` messages of the bot. */
  said(chat: number, count?: number): Promise<string>;
  /** How many turns are over. */
  answered(): number;
  /** Where the webhook listens, with `byWebhook`. */
  hookUrl: string | null;
  close(): Promise<void>;
};

type Options = Partial<TelegramOptions> & {
  server?: BotApiOptions;
  started?: boolean;
  /** Let Telegram knock at a real port of this machine. */
  byWebhook?: boolean;
  /** Takes the updates instead of the one in memory. */
  mailbox?: Mailbox;
  turn?: (update: Update) => Promise<Reply>;
};

/** What a webhook of the tests is guarded by. */
export const secret = 'bi-mat-cua-webhook-0123456789';

/** The Telegram door over the real turn, with a local Telegram on the other side. */
export async function openHouse(given: Options = {}): Promise<House> {
  const { server = {}, started = true, byWebhook = false, turn: scripted, mailbox: _other, ...options } = given;
  const api = await openBotApi(server);
  const { conversations, answered, turned } = countedTurns(scripted);
  const door = byWebhook ? await openDoor() : null;
  const told: string[] = [];
  const mailbox = memoryMailbox(turned, () => telegram.sender);
  const telegram = telegramChannel({
    token: api.token,
    apiRoot: api.url,
    mode: door ? { kind: 'webhook', url: `${door.url}/tg`, secret } : { kind: 'polling' },
    contactKey: Buffer.alloc(32, 7),
    replies,
    sourceLines: (citations) => citations.map(({ document, locator }) => `${locator} – ${document}`),
    tell: (line) => told.push(line),
    firstWaitMs: 10,
    ...options,
  });
  if (door && telegram.door) door.opens(telegram.door.fetch);
  if (started) telegram.start(given.mailbox ?? mailbox);
  const bot = (chat: number) => api.seen(chat).filter((one) => one.from === 'bot');
  return {
    api,
    mailbox,
    telegram,
    told,
    conversations,
    answered,
    hookUrl: door ? `${door.url}/tg` : null,
    async said(chat, count = 1) {
      await api.until(`${count} messages of the bot`, () => bot(chat).length >= count);
      return bot(chat).at(-1)?.text ?? '';
    },
    async close() {
      await telegram.stop();
      await mailbox.settled();
      await api.close();
      await door?.close();
    },
  };
}
