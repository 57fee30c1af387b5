import { type ZaloBot, type ZaloBotOptions, zaloBotChannel } from '../../src/channels/zalo-bot.ts';
import type { Mailbox } from '../../src/core/mailbox.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { openDoor } from '../channels/door.ts';
import { type memoryConversations, replies } from '../fakes.ts';
import { countedTurns } from '../telegram/counted-turns.ts';
import { type MemoryMailbox, memoryMailbox } from '../telegram/memory-mailbox.ts';
import { type BotPeer, type BotPeerOptions, openBotPeer } from './bot-peer.ts';

export type BotHouse = {
  peer: BotPeer;
  mailbox: MemoryMailbox;
  bot: ZaloBot;
  /** What the operator was told, and the log by code. */
  told: string[];
  troubles: string[];
  conversations: ReturnType<typeof memoryConversations>;
  /** Texts the bot sent into a chat, once there are `count`. */
  said(chat: string, count?: number): Promise<string[]>;
  answered(): number;
  hookUrl: string | null;
  close(): Promise<void>;
};

type Options = Partial<ZaloBotOptions> & {
  peer?: BotPeerOptions;
  started?: boolean;
  byWebhook?: boolean;
  mailbox?: Mailbox;
  turn?: (update: Update) => Promise<Reply>;
};

export const secret = 'bi-mat-cua-webhook-0123456789';

/** The Bot Platform's door over the real turn, with a local Zalo on the other side. */
export async function openBotHouse(given: Options = {}): Promise<BotHouse> {
  const { peer: server = {}, started = true, byWebhook = false, turn: scripted, mailbox: other, ...options } = given;
  const peer = await openBotPeer(server);
  const { conversations, answered, turned } = countedTurns(scripted);
  const door = byWebhook ? await openDoor() : null;
  const [told, troubles]: string[][] = [[], []];
  const mailbox = memoryMailbox(turned, () => bot.sender);
  const bot: ZaloBot = zaloBotChannel({
    token: peer.token,
    apiRoot: peer.url,
    mode: door ? { kind: 'webhook', url: `${door.url}/zalo-bot`, secret } : { kind: 'polling' },
    contactKey: Buffer.alloc(32, 7),
    replies,
    sourceLines: (citations) => citations.map(({ document, locator }) => `${locator} – ${document}`),
    tell: (line) => told?.push(line),
    onTrouble: (code) => troubles?.push(code),
    firstWaitMs: 10,
    ...options,
  });
  if (door && bot.door) door.opens(bot.door.fetch);
  if (started) bot.start(other ?? mailbox);
  const texts = (chat: string) => peer.seen(chat).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  return {
    peer,
    mailbox,
    bot,
    told: told ?? [],
    troubles: troubles ?? [],
    conversations,
    answered,
    hookUrl: door ? `${door.url}/zalo-bot` : null,
    async said(chat, count = 1) {
      await peer.until(`${count} messages of the bot`, () => texts(chat).length >= count);
      await mailbox.settled();
      return texts(chat);
    },
    async close() {
      await bot.stop();
      await mailbox.settled();
      await peer.close();
      await door?.close();
    },
  };
}
