import { describe, expect, test } from 'vitest';
import { plainReply, type Reply } from '../../src/core/reply.ts';
import { split } from '../../src/core/split.ts';
import type { Channel, Update } from '../../src/core/update.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { memoryDesk } from '../desk.ts';
import { makeParts, memoryConversations } from '../fakes.ts';
import { toTheDeskAndBack } from './to-the-desk.ts';

/** A channel as one person meets it. */
export type Door = {
  channel: Channel;
  /** Sends words; the messages that come back, whole. */
  say(words: string): Promise<string[]>;
  /** Takes the first offer of the last reply, by its button or its number; the messages that come back. */
  pickFirst(): Promise<string[]>;
  /** Erases by the means of this channel. */
  erase(): Promise<void>;
  /** Somebody else pretends to be the platform or the page; whether that was refused. */
  forge: (() => Promise<boolean>) | { skipped: string };
  /** The platform delivers the last message once more; how many messages came back for it. */
  again: (() => Promise<number>) | { skipped: string };
  close(): Promise<void>;
};

export type Turn = (update: Update) => Promise<Reply>;

const plain = (text: string): Reply => plainReply([text], 'answer');

/** Whole things a long text is full of. */
const piece = 'Điều 25 khoản 1, Nghị định 125/2021/NĐ-CP, phạt 10–20 triệu đồng, gọi 1800 1768.';
const long = Array.from({ length: 120 }, (_, at) => `Câu ${at} nói rằng ${piece}`).join('\n');

/**
 * What every channel must do. A channel that has nothing to check skips with a reason, which stands in the name of the
 * test.
 */
export function contract(name: string, open: (turn: Turn) => Promise<Door>): void {
  describe(`${name} keeps the contract of channels`, () => {
    async function withDoor(turn: Turn, work: (door: Door, updates: Update[]) => Promise<void>): Promise<void> {
      const updates: Update[] = [];
      const door = await open((update) => {
        updates.push(update);
        return turn(update);
      });
      try {
        await work(door, updates);
      } finally {
        await door.close();
      }
    }

    test('words become an update of a pseudonym, and the reply comes back', () =>
      withDoor(
        async () => plain('Nam từ đủ 20 tuổi.'),
        async (door, updates) => {
          expect((await door.say('bao nhieu tuoi duoc cuoi')).join('\n')).toContain('Nam từ đủ 20 tuổi.');
          const [update] = updates;
          expect(update?.channel).toBe(door.channel);
          expect(update?.contact).toMatch(/^[0-9a-f]{64}$|^terminal:/);
          expect(update?.content.kind === 'text' && update.content.text.reveal()).toBe('bao nhieu tuoi duoc cuoi');
          expect(JSON.stringify(update)).not.toContain('cuoi');
        },
      ));

    test('replies keep the order of the messages', () =>
      withDoor(
        async ({ content }) => {
          const words = content.kind === 'text' ? content.text.reveal() : '';
          await new Promise((resolve) => setTimeout(resolve, words === 'một' ? 40 : 1));
          return plain(`Trả lời ${words}`);
        },
        async (door) => {
          expect((await door.say('một')).join()).toContain('Trả lời một');
          expect((await door.say('hai')).join()).toContain('Trả lời hai');
        },
      ));

    test('a long reply arrives whole, and no number or citation is cut', () =>
      withDoor(
        async () => plain(long),
        async (door) => {
          const messages = await door.say('dài');
          const count = (text: string) => text.replace(/\s+/g, ' ').split(piece).length - 1;
          expect(messages.reduce((all, one) => all + count(one), 0)).toBe(120);
          // The control: cut anywhere, the pieces would not survive.
          expect(split(long, 4096).length).toBeGreaterThan(1);
        },
      ));

    test('what is offered can be taken, by button or by number', () => {
      const conversations = memoryConversations();
      const turn = makeTurn(makeParts({ conversations, now: () => new Date() }));
      return withDoor(turn, async (door, updates) => {
        await door.say('đố vui nào /dovui');
        await door.say('/dovui');
        expect((await door.pickFirst()).join('\n')).toContain('Câu 1/5');
        expect((await door.pickFirst()).join('\n')).toMatch(/(Đúng rồi|Chưa đúng)[\s\S]*Câu 2\/5/);
        expect(updates.at(-1)?.contact).toBe(updates[0]?.contact);
      });
    });

    test('erasing leaves nothing', () => {
      const conversations = memoryConversations();
      const turn = makeTurn(makeParts({ conversations, now: () => new Date() }));
      return withDoor(turn, async (door) => {
        await door.say('bao nhiêu tuổi được kết hôn');
        expect(conversations.stored.size).toBe(1);
        await door.erase();
        expect(conversations.stored.size).toBe(0);
      });
    });

    test('a turn that fails still gives the lines, and the next message is heard', () => {
      let fails = true;
      return withDoor(
        async () => {
          if (fails) throw new Error('bí mật');
          return plain('Được.');
        },
        async (door) => {
          const trouble = (await door.say('cứu')).join('\n');
          expect(trouble).toMatch(/113[\s\S]*115[\s\S]*111/);
          expect(trouble).not.toContain('bí mật');
          fails = false;
          expect((await door.say('hai')).join()).toContain('Được.');
        },
      );
    });

    test('a person gets from the first page of the desk to a receipt, and back to the answer', () => {
      const house = memoryDesk();
      const conversations = memoryConversations();
      const turn = makeTurn(makeParts({ conversations, desk: house.parts, now: () => new Date() }));
      return withDoor(turn, (door) => toTheDeskAndBack(door, house));
    });

    check(
      'a forged message is refused',
      (door) => door.forge,
      async (forge) => expect(await forge()).toBe(true),
    );
    check(
      'a message delivered twice is answered once',
      (door) => door.again,
      async (again) => expect(await again()).toBe(0),
    );

    function check<T>(
      what: string,
      pick: (door: Door) => (() => Promise<T>) | { skipped: string },
      holds: (work: () => Promise<T>) => Promise<void>,
    ): void {
      test(what, async ({ skip }) => {
        let reason: string | null = null;
        await withDoor(
          async () => plain('Được.'),
          async (door) => {
            await door.say('một');
            const work = pick(door);
            if (typeof work === 'function') await holds(work);
            else reason = work.skipped;
          },
        );
        if (reason !== null) skip(reason);
      });
    }
  });
}
