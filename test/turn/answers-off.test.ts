import { expect, test } from 'vitest';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, replies, updateOf } from '../fakes.ts';

const off = () => makeTurn(makeParts({ answersOff: true }));
const honest = replies.get('answers-off').bubbles;

test.each(['bao nhiêu tuổi được kết hôn', 'chỉ tiêu 1 mục tiêu 1 của kế hoạch là gì', 'đố vui', 'bài học ngắn'])(
  'while answers are off, "%s" gets the honest word with the lines',
  async (message) => {
    const reply = await off()(updateOf(message, 'off'));
    expect(reply).toMatchObject({ outcome: 'decline', bubbles: honest, citations: [], level: 'none' });
    for (const line of ['113', '115', '111', 'SOS']) expect(reply.bubbles.join()).toContain(line);
  },
);

test('buttons of earlier answers get it too', async () => {
  const turn = off();
  for (const choice of [
    { kind: 'ask', passage: 'tuoi-ket-hon' },
    { kind: 'today' },
    { kind: 'play', group: 'all' },
  ] as const)
    expect((await turn(updateOf({ kind: 'choice', choice }, 'off-tap'))).bubbles).toEqual(honest);
});

test('help, the way out and small talk stay as they are', async () => {
  const on = () => makeTurn(makeParts());
  const without = ({ bubbles, level, outcome }: Awaited<ReturnType<ReturnType<typeof on>>>) => ({
    bubbles,
    level,
    outcome,
  });
  for (const message of [
    'SOS',
    'chồng em vừa đánh em chảy máu',
    'xin chào',
    'menu',
    'xoá',
    'em bị người ta ép lấy chồng',
  ])
    expect(without(await off()(updateOf(message, 'same')))).toEqual(without(await on()(updateOf(message, 'same'))));
});

test('a question inside a disclosure gets the card alone', async () => {
  const message = 'chồng em hay đánh em, đánh vợ bị phạt bao nhiêu tiền';
  const reply = await off()(updateOf(message, 'both'));
  expect(reply).toMatchObject({ outcome: 'help', citations: [] });
});

test('leaving still covers the screen', async () => {
  const reply = await off()(updateOf({ kind: 'choice', choice: { kind: 'leave' } }, 'leave'));
  expect(reply.bubbles).not.toEqual(honest);
  expect(reply.bubbles.length).toBeGreaterThan(0);
});
