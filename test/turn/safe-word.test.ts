import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Choice } from '../../src/core/update.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, updateOf } from '../fakes.ts';

const said = [
  'chào bạn',
  'bao nhiêu tuổi được kết hôn',
  'mục tiêu 3 chỉ tiêu 2 là gì',
  'thế năm 2030?',
  'xem thêm',
  '1',
  '9',
  'menu',
  'xoá',
  'tối qua em bị chồng đánh',
  'em không muốn sống nữa',
  'tôi lỡ đánh vợ giờ ân hận',
  'ừ',
  'không',
  'thôi không có gì',
  'không gọi được',
  'hỏi chuyện khác',
  'nhà tạm lánh ở đâu',
  'hôm nay trời đẹp',
  'đố vui',
  'a',
  'nhận tin',
  'thôi nhận tin',
  'dừng',
  '😭',
  'asdf qwer',
];
const taps: Choice[] = [
  { kind: 'more' },
  { kind: 'menu' },
  { kind: 'help' },
  { kind: 'guide', id: 'safety-plan' },
  { kind: 'guide', id: 'rights' },
  { kind: 'ask', passage: 'tuoi-ket-hon' },
  { kind: 'ask', passage: 'khong-co' },
  { kind: 'play', group: 'all' },
  { kind: 'path', id: 'co-ban' },
  { kind: 'lessons' },
  { kind: 'today' },
  { kind: 'news' },
  { kind: 'news-on', want: 'daily' },
];
const step = fc.oneof(
  fc.constantFrom(...said).map((text) => ({ text, choice: null, minutes: 0 })),
  fc.constantFrom(...taps).map((choice) => ({ text: null, choice, minutes: 0 })),
  fc.constantFrom(10, 16, 31).map((minutes) => ({ text: 'ừ', choice: null, minutes })),
);
const safeWord = fc.constantFrom(
  'SOS',
  'sos',
  'trợ giúp',
  'tro giup',
  'cứu',
  'CỨU',
  'cứu em với',
  'S.O.S',
  'trợ giúp!',
);

/** Whole walks through the real turn take long on a busy machine. */
const patienceMs = 300_000;

let talks = 0;

test(
  'the safe word brings the card in every state a talk can reach',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), safeWord, async (steps, word) => {
        const parts = makeParts();
        const turn = makeTurn(parts);
        const contact = `safe:${++talks}`;
        for (const { text, choice, minutes } of steps) {
          parts.clock.now = new Date(parts.clock.now.getTime() + minutes * 60_000 + 1_000);
          await turn(updateOf(choice === null ? (text ?? '') : { kind: 'choice', choice }, contact));
        }
        const reply = await turn(updateOf(word, contact));
        expect(reply.outcome).toBe('help');
        expect(reply.bubbles[0]).toMatch(/\b113\b/);
      }),
      { numRuns: 150 },
    );
  },
  patienceMs,
);
