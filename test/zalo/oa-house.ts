import { type ZaloOa, type ZaloOaOptions, zaloOaChannel } from '../../src/channels/zalo-oa.ts';
import type { Mailbox } from '../../src/core/mailbox.ts';
import type { Kept, TokenStore, Tokens } from '../../src/core/oa-tokens.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { openDoor } from '../channels/door.ts';
import { type memoryConversations, replies } from '../fakes.ts';
import { countedTurns } from '../telegram/counted-turns.ts';
import { type MemoryMailbox, memoryMailbox } from '../telegram/memory-mailbox.ts';
import { type OaPeer, type OaPeerOptions, openOaPeer } from './oa-peer.ts';

export type OaHouse = {
  peer: OaPeer;
  mailbox: MemoryMailbox;
  oa: ZaloOa;
  tokens: ReturnType<typeof memoryTokens>;
  /** What the operator was told, and the log by code. */
  told: string[];
  troubles: string[];
  conversations: ReturnType<typeof memoryConversations>;
  /** The person writes; what the bot sent them for it. */
  say(person: string, text: string): Promise<string[]>;
  /** Delivers an event and waits until it is answered; what the bot sent for it. */
  happen(person: string, event: ReturnType<OaPeer['does']>): Promise<string[]>;
  answered(): number;
  close(): Promise<void>;
};

type Options = Partial<ZaloOaOptions> & {
  peer?: OaPeerOptions;
  started?: boolean;
  mailbox?: Mailbox;
  turn?: (update: Update) => Promise<Reply>;
};

/** The first pair of a peer, as a login would have kept it. */
export function pairOf(peer: OaPeer, seconds = 90_000, now = new Date()): Tokens {
  const until = (ms: number) => new Date(now.getTime() + ms);
  const refreshUntil = until(88 * 86_400_000);
  return { ...peer.current, takenAt: now, accessUntil: until(seconds * 1_000), refreshUntil };
}

/** A store of tokens in memory, with what a database can do wrong. */
export function memoryTokens(first: Tokens | null) {
  let kept: Kept | null = first === null ? null : { version: 1, tokens: first, refresh: 'idle' };
  let busy = false;
  const store: TokenStore & { kept: () => Kept | null; set: (next: Kept | null) => void; failing: number } = {
    failing: 0,
    kept: () => kept,
    set(next) {
      kept = next;
    },
    load: async () => kept ?? 'none',
    async alone(work) {
      if (busy) return 'busy';
      busy = true;
      return work().finally(() => {
        busy = false;
      });
    },
    async begin(version) {
      if (kept?.version !== version) return false;
      kept = { ...kept, refresh: 'begun' };
      return true;
    },
    async store(version, tokens) {
      if (store.failing-- > 0) throw new Error('the database is away');
      if (kept?.version === version) kept = { version: version + 1, tokens, refresh: 'idle' };
    },
    async end(version, as) {
      if (kept?.version === version) kept = { ...kept, refresh: as };
    },
    async replace(tokens) {
      kept = { version: (kept?.version ?? 0) + 1, tokens, refresh: 'idle' };
    },
  };
  return store;
}

/** The Official Account's door over the real turn, with a local Zalo on the other side. */
export async function openOaHouse(given: Options = {}): Promise<OaHouse> {
  const { peer: server = {}, started = true, turn: scripted, mailbox: other, ...options } = given;
  const door = await openDoor();
  const peer = await openOaPeer({ hookUrl: `${door.url}/zalo-oa`, ...server });
  const { conversations, answered, turned } = countedTurns(scripted);
  const tokens = memoryTokens(pairOf(peer));
  const told: string[] = [];
  const troubles: string[] = [];
  const mailbox = memoryMailbox(turned, () => oa.sender);
  const oa: ZaloOa = zaloOaChannel({
    appId: peer.appId,
    appSecret: peer.appSecret,
    oaSecret: peer.oaSecret,
    signed: 'body',
    apiRoot: peer.url,
    loginRoot: peer.url,
    tokens,
    contactKey: Buffer.alloc(32, 7),
    replies,
    sourceLines: (citations) => citations.map(({ document, locator }) => `${locator} – ${document}`),
    tell: (line) => told.push(line),
    onTrouble: (code) => troubles.push(code),
    ...options,
  });
  door.opens(oa.door.fetch);
  if (started) oa.start(other ?? mailbox);
  async function happen(person: string, event: ReturnType<OaPeer['does']>): Promise<string[]> {
    const [before, over] = [peer.seen(person).length, answered()];
    await peer.deliver(event);
    await peer.until('answered', () => answered() > over);
    await mailbox.settled();
    return peer.seen(person).slice(before);
  }
  return {
    peer,
    mailbox,
    oa,
    tokens: (options.tokens as typeof tokens | undefined) ?? tokens,
    told,
    troubles,
    conversations,
    say: (person, text) => happen(person, peer.says(person, text)),
    happen,
    answered,
    async close() {
      await oa.stop();
      await mailbox.settled();
      await peer.close();
      await door.close();
    },
  };
}
