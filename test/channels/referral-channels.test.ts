import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationStore } from '../../src/postgres/conversations.ts';
import type { Database } from '../../src/postgres/open.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { testDesk } from '../desk.ts';
import { makeParts, updateOf } from '../fakes.ts';
import { openDesk } from '../postgres/referral-house.ts';
import { engines, openEmpty } from '../worker/house.ts';
import { openZaloBot, openZaloOa } from '../zalo/doors.ts';
import type { Turn } from './contract.ts';
import { openTelegram, openTerminal, openWeb } from './doors.ts';
import { toTheDeskAndBack } from './to-the-desk.ts';

const doors = [
  ['the web chat', openWeb],
  ['the terminal', openTerminal],
  ['Telegram', openTelegram],
  ['the Zalo Bot Platform', openZaloBot],
  ['the Zalo Official Account', openZaloOa],
] as const;
const planted = ['hoa mận', 'hoa cúc', 'em muốn hỏi chuyện giấy tờ nhà', 'giấy tờ bạn cứ giữ bên mình'];

describe.each(engines)('on the %s database', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmpty(engine);
  });
  afterAll(() => database.close());

  /** Everything in every table, as text. */
  async function dump(): Promise<string> {
    const { rows: tables } = await database.pool.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const dumps = [];
    for (const { name } of tables)
      dumps.push(JSON.stringify((await database.pool.query(`select t::text as row from ${name} t`)).rows));
    return dumps.join('\n');
  }

  test.each(doors)('%s leads to a sealed case and back, and no word is found on the way', async (_name, open) => {
    const house = await openDesk(database);
    const { people, desk } = house;
    const logs: string[] = [];
    const dumps: string[] = [];
    let stamps = 0;
    const conversations = conversationStore(database.pool);
    const erase = async (contact: string) => {
      await people.drop(contact);
      await conversations.erase(contact);
    };
    const parts = makeParts({
      conversations: { ...conversations, erase },
      desk: { desk: testDesk, staffed: true, intake: people, newStamp: () => `s${++stamps}` },
      now: () => new Date(),
      onTrouble: (code) => logs.push(code),
    });
    const made = makeTurn(parts);
    const turn: Turn = async (update) => {
      const reply = await made(update);
      dumps.push(await dump());
      logs.push(JSON.stringify(update));
      return reply;
    };
    const cases = { size: 0 };
    const count = async () => {
      cases.size = (await desk.queue()).length;
    };
    const idOf = async () => (await desk.queue())[0]?.id ?? '';
    const officer = {
      claims: async () => desk.claim(await idOf(), 'can-bo-1', new Date()),
      async replies(text: string) {
        const opened = await desk.open(await idOf(), 'can-bo-1', 'first-answer', new Date());
        if (typeof opened === 'string') throw new Error(opened);
        // With the key the words are there; the control of the scan below.
        expect(JSON.stringify(house.lettersOf(opened))).toContain('em muốn hỏi chuyện giấy tờ nhà');
        expect(await desk.reply(opened.id, 'can-bo-1', house.reply(opened, text), new Date())).toBe('sent');
      },
    };
    const door = await open(async (update) => {
      const reply = await turn(update);
      await count();
      return reply;
    });
    try {
      await toTheDeskAndBack(door, { officer, cases });
    } finally {
      await door.close();
    }
    expect(dumps.length).toBeGreaterThan(10);
    for (const word of planted) {
      expect(dumps.some((one) => one.includes(word) || one.includes(Buffer.from(word).toString('hex')))).toBe(false);
      expect(logs.join('\n')).not.toContain(word);
    }
  });

  test('of two yeses sent at once one makes a case, and the other shows its receipt', async () => {
    const { people, desk } = await openDesk(database);
    let stamps = 0;
    const parts = makeParts({
      desk: { desk: testDesk, staffed: true, intake: people, newStamp: () => `s${++stamps}` },
      now: () => new Date(),
    });
    const turn = makeTurn(parts);
    for (let round = 0; round < 4; round++) {
      const contact = `doi:${round}`;
      const say = (text: string) => turn({ ...updateOf(text, contact), sentAt: new Date() });
      for (const text of ['gửi lời', '1', '1', '1', '1', 'hoa mận', 'bỏ qua']) await say(text);
      const yes = (await say('bỏ qua')).offers.find((one) => one.label === 'Đồng ý gửi');
      if (!yes) throw new Error('no yes to press');
      const press = () => turn(updateOf({ kind: 'choice', choice: yes.choice }, contact));
      const replies = await Promise.all([press(), press(), say('đồng ý')]);
      const receipts = replies.flatMap((one) => /\d{3}(?:-\d{3}){4}/.exec(one.bubbles.join()) ?? []);
      expect(new Set(receipts).size).toBe(1);
      expect((await desk.queue()).length).toBe(round + 1);
      // The same button later: nothing more.
      await press();
      expect((await desk.queue()).length).toBe(round + 1);
    }
  });
});
