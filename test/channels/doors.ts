import { PassThrough } from 'node:stream';
import { interactive } from '../../src/ask/interactive.ts';
import { webChannel } from '../../src/channels/web.ts';
import { library, replies } from '../fakes.ts';
import { telegramDoor } from '../telegram/door.ts';
import { openHouse } from '../telegram/house.ts';
import type { Door, Turn } from './contract.ts';

/** The web chat, as its page calls it. */
export async function openWeb(turn: Turn): Promise<Door> {
  const session = 'phien-thu-0123456789';
  const contacts = new Set<string>();
  let offers: Array<{ choice: string }> = [];
  const app = webChannel({
    turn: (update) => {
      contacts.add(update.contact);
      return turn(update);
    },
    // The turn of the contract erases; the page's own door must name the same contact.
    erase: async (contact) => {
      if (contacts.has(contact))
        await turn({ ...blank, contact, content: { kind: 'choice', choice: { kind: 'erase' } } });
    },
    contactKey: Buffer.alloc(32, 7),
  });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ session, ...body }),
    });
  const read = async (response: Response | Promise<Response>) => {
    const answer = (await (await response).json()) as { bubbles: string[]; offers: Array<{ choice: string }> };
    offers = answer.offers;
    return answer.bubbles;
  };
  return {
    channel: 'web',
    say: (text) => read(post('/tin', { text })),
    pickFirst: () => read(post('/tin', { choice: offers[0]?.choice })),
    async erase() {
      await post('/xoa', {});
    },
    forge: async () => (await post('/tin', { text: 'a' }, { 'sec-fetch-site': 'cross-site' })).status === 403,
    again: { skipped: 'the page sends a message once and shows its answer; nobody delivers it again' },
    async close() {},
  };
}

const blank = { id: 'xoa', channel: 'web', sentAt: new Date() } as const;

/** The terminal, with somebody at its keyboard. */
export async function openTerminal(turn: Turn): Promise<Door> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (data) => {
    shown += data;
  });
  const running = interactive({ turn, library, replies }, '', { input, output });
  const prompt = 'Bạn: ';
  const say = async (words: string) => {
    while (!shown.endsWith(prompt)) await new Promise((resolve) => setTimeout(resolve, 2));
    shown = '';
    input.write(`${words}\n`);
    while (!shown.endsWith(prompt)) await new Promise((resolve) => setTimeout(resolve, 2));
    return [shown.slice(0, -prompt.length)];
  };
  return {
    channel: 'terminal',
    say,
    pickFirst: () => say('1'),
    async erase() {
      await say('xoá');
    },
    forge: { skipped: 'only the person at the keyboard can type here' },
    again: { skipped: 'nobody delivers a typed line again' },
    async close() {
      input.end();
      await running;
    },
  };
}

/** Telegram by its webhook, with a local Telegram on the other side. */
export async function openTelegram(turn: Turn): Promise<Door> {
  const house = await openHouse({ byWebhook: true, turn });
  const { api, mailbox } = house;
  await api.until('connected', () => house.told.length > 0);
  return telegramDoor(
    house,
    {
      async answered(act) {
        const [answered, taken] = [house.answered(), mailbox.taken.length];
        act();
        await api.until('answered', () => house.answered() > answered && mailbox.taken.length > taken);
        await mailbox.settled();
      },
      async delivered(act) {
        const acks = api.delivery.acks.length;
        act();
        await api.until('delivered', () => api.delivery.acks.length > acks);
        await mailbox.settled();
      },
      taken: () => mailbox.taken.length,
    },
    () => house.close(),
  );
}
