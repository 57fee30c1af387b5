import { expect, test } from 'vitest';
import { sourceLines } from '../../src/core/answer/sources.ts';
import { isDiscreet } from '../../src/core/discreet.ts';
import { textBubbles } from '../../src/core/text-reply.ts';
import type { Choice, Unread } from '../../src/core/update.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { library, makeParts, memoryConversations, updateOf } from '../fakes.ts';

function open() {
  const conversations = memoryConversations();
  const parts = makeParts({ conversations });
  const turn = makeTurn(parts);
  const tap = (choice: Choice) => turn(updateOf({ kind: 'choice', choice }));
  return { parts, turn, tap, say: (text: string) => turn(updateOf(text)), ...conversations };
}
const kinds = (reply: { offers: Array<{ choice: Choice }> }) => reply.offers.map((one) => one.choice.kind);

test('whether an answer was of use becomes a fact with its topic and without words', async () => {
  const { say, tap, facts } = open();
  const answer = await say('bao nhiêu tuổi được kết hôn');
  expect(kinds(answer)).toContain('useful');
  await tap({ kind: 'useful', yes: false });
  expect(facts[0]).toMatchObject({ feedback: null });
  expect(facts[1]).toMatchObject({ feedback: 'not-useful', topic: facts[0]?.topic });
  expect(facts[0]?.topic).not.toBeNull();
});

test('after a card one may say that a number could not be reached, and what stands in the way is met', async () => {
  const { say, tap, facts } = open();
  const card = await say('tối qua em bị chồng đánh');
  expect(kinds(card)).toContain('reached');
  const barrier = await tap({ kind: 'reached', yes: false });
  expect(barrier.bubbles.join(' ')).toContain('Chưa gọi được thì còn cách khác');
  expect(barrier).toMatchObject({ level: 'support', helpOffered: true });
  expect(facts[1]?.feedback).toBe('not-reached');
  expect((await tap({ kind: 'reached', yes: true })).bubbles.join(' ')).toMatch(/113/);
});

test('an emergency asks nothing', async () => {
  const { say } = open();
  const reply = await say('no dang cam dao duoi toi');
  expect(reply.level).toBe('emergency');
  expect(reply.offers).toEqual([]);
});

test('an answer to somebody who may be hurt is not asked about', async () => {
  const { say } = open();
  await say('tối qua em bị chồng đánh');
  const later = await say('đánh vợ bị phạt bao nhiêu tiền');
  if (later.level !== 'none') expect(kinds(later)).not.toContain('useful');
});

test.each<Unread>(['voice', 'picture', 'sticker', 'place', 'contact', 'edited', 'other'])(
  'a message that is no words (%s) gets a fitting reply with the lines',
  async (what) => {
    const reply = await makeTurn(makeParts())(updateOf({ kind: 'unsupported', what }));
    expect(reply.bubbles.join(' ')).toMatch(/113[\s\S]*115[\s\S]*111/);
    expect(reply.helpOffered).toBe(true);
  },
);

test('a quiz question can be answered by button or digit, and says why', async () => {
  const { say, tap } = open();
  const question = await tap({ kind: 'play', group: 'all' });
  expect(kinds(question)).toEqual(question.offers.map(() => 'guess'));
  expect(textBubbles(question, (cites) => sourceLines(cites, library.knowledge)).join('\n')).toContain(
    `1. ${question.offers[0]?.label}`,
  );
  const byDigit = await say('1');
  expect(byDigit.bubbles[0]).toMatch(/^(Đúng rồi|Chưa đúng)/);
  expect(byDigit.citations).toHaveLength(1);
  const byButton = await tap(question.offers[1]?.choice ?? { kind: 'menu' });
  expect(byButton.bubbles[0]).toMatch(/^(Đúng rồi|Chưa đúng)/);
  expect(kinds(byButton)).toEqual(['quiz']);
});

test('leaving erases and shows something harmless', async () => {
  const { say, tap, stored } = open();
  await say('tối qua em bị chồng đánh');
  const cover = await tap({ kind: 'leave' });
  expect(stored.size).toBe(0);
  expect(cover).toMatchObject({ level: 'none', helpOffered: false, welcome: null });
  expect(cover.bubbles[0]).toMatch(/^Đố vui/);
});

test('whatever covers the screen is harmless', () => {
  const { quiz } = makeParts();
  const covers = quiz.filter((one) => one.cover);
  expect(covers.length).toBeGreaterThanOrEqual(10);
  for (const one of covers) expect(isDiscreet([one.ask, ...one.options].join('. ')), one.id).toBe(true);
});

test('the pages that commands open are ordinary pages', async () => {
  const { tap } = open();
  for (const id of ['law', 'plan', 'privacy'] as const) expect((await tap({ kind: 'page', id })).level).toBe('none');
});
