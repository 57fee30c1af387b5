import { expect, test } from 'vitest';
import { PrivateText } from '../../src/core/private-text.ts';
import type { Content, Update } from '../../src/core/update.ts';
import { makeThinking } from '../../src/turn/turn.ts';
import { makeParts, memoryConversations } from '../fakes.ts';

const text = (words: string): Content => ({ kind: 'text', text: new PrivateText(words) });

/** Whether each of the updates, in one talk, may be left unanswered when there are too many. */
async function ordinary(...said: Content[]): Promise<boolean[]> {
  const now = new Date();
  const thinking = makeThinking(makeParts({ conversations: memoryConversations(), now: () => now }));
  const found: boolean[] = [];
  for (const [at, content] of said.entries()) {
    const update: Update = { id: `${at}`, channel: 'telegram', contact: 'a', sentAt: now, content };
    const thought = await thinking.think(update);
    await thinking.record(thought);
    found.push(thought.ordinary);
  }
  return found;
}

test('questions and small talk are ordinary', async () => {
  expect(await ordinary(text('bao nhiêu tuổi được kết hôn'), text('xem thêm'), text('chào bạn'), text('menu'))).toEqual(
    [true, true, true, true],
  );
});

test.each([
  ['a disclosure', text('tối qua em bị chồng đánh')],
  ['danger', text('no dang cam dao duoi toi')],
  ['the safe word', text('SOS')],
  ['a message that may be a disclosure', text('em sợ chồng em lắm')],
  ['a wish to erase', text('xoá')],
  ['a tap that asks for help', { kind: 'choice', choice: { kind: 'help' } } as const],
  ['a voice note', { kind: 'unsupported', what: 'voice' } as const],
])('%s never is', async (_, content) => {
  expect(await ordinary(content)).toEqual([false]);
});

test('nothing is ordinary in a talk that is careful', async () => {
  expect(await ordinary(text('tối qua em bị chồng đánh'), text('bao nhiêu tuổi được kết hôn'), text('ừ'))).toEqual([
    false,
    false,
    false,
  ]);
});
