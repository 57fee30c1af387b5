import type { Door, Turn } from '../channels/contract.ts';
import { openBotHouse, secret } from './bot-house.ts';
import type { BotEvent } from './bot-peer.ts';
import { openOaHouse } from './oa-house.ts';
import type { OaEvent } from './oa-peer.ts';

/** The Bot Platform, knocking at a real port of this machine. */
export async function openZaloBot(turn: Turn): Promise<Door> {
  const an = 'nguoi-an-501';
  const house = await openBotHouse({ byWebhook: true, turn });
  const { peer } = house;
  await peer.until('connected', () => house.told.length > 0);
  const bot = () => peer.seen(an).filter((one) => one.from === 'bot');
  const replyTo = async (act: () => void) => {
    const before = bot().length;
    const answered = house.answered();
    act();
    await peer.until('answered', () => house.answered() > answered);
    await house.mailbox.settled();
    return bot()
      .slice(before)
      .map((one) => one.text);
  };
  let last: BotEvent | null = null;
  const say = (words: string) =>
    replyTo(() => {
      last = peer.says(an, words);
    });
  return {
    channel: 'zalo-bot',
    say,
    pickFirst: () => say('1'),
    async erase() {
      await say('xoá');
    },
    async forge() {
      const body = JSON.stringify({ ...last, message: { ...last?.message, message_id: 'gia-mao' } });
      const taken = house.mailbox.taken.length;
      for (const headers of [{}, { 'x-bot-api-secret-token': 'doan-mo' }, { 'x-bot-api-secret-token': `${secret}x` }]) {
        const { status } = await fetch(house.hookUrl ?? '', { method: 'POST', body, headers });
        if (status !== 401) return false;
      }
      return house.mailbox.taken.length === taken;
    },
    async again() {
      const before = bot().length;
      const acks = peer.acks.length;
      if (last) peer.again(last);
      await peer.until('delivered', () => peer.acks.length > acks);
      await house.mailbox.settled();
      return bot().length - before;
    },
    close: () => house.close(),
  };
}

/** The Official Account, with events that are signed. */
export async function openZaloOa(turn: Turn): Promise<Door> {
  const an = '501501501';
  const house = await openOaHouse({ turn });
  const { peer } = house;
  let last: OaEvent = peer.says(an, '');
  const say = (words: string) => {
    last = peer.says(an, words);
    return house.happen(an, last);
  };
  return {
    channel: 'zalo-oa',
    say,
    pickFirst: () => say('1'),
    async erase() {
      await say('xoá');
    },
    async forge() {
      const taken = house.mailbox.taken.length;
      const forged = peer.says(an, 'giả mạo');
      const statuses = [
        await peer.deliver(forged, { secret: 'doan-mo' }),
        await peer.deliver(forged, { secret: peer.appSecret }),
        await peer.deliver({ ...last, timestamp: `${Date.now() - 2 * 3_600_000}` }),
      ];
      return statuses.every((status) => status === 401) && house.mailbox.taken.length === taken;
    },
    async again() {
      const before = peer.seen(an).length;
      await peer.deliver(last);
      await house.mailbox.settled();
      return peer.seen(an).length - before;
    },
    close: () => house.close(),
  };
}
