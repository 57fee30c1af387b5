import { expect, test } from 'vitest';
import { type Conversation, faded } from '../../src/core/conversation.ts';

const seenAt = new Date('2026-11-24T00:00:00Z');
const talk: Conversation = { stage: 'open', seenAt, topic: { passages: ['a'], shown: 0, offered: [] }, care: null };
const after = (minutes: number) => new Date(seenAt.getTime() + minutes * 60_000);

test('the topic holds for a quarter of an hour, all state for half an hour', () => {
  expect(faded(talk, after(14))).toEqual(talk);
  expect(faded(talk, after(16))).toEqual({ ...talk, topic: null });
  expect(faded(talk, after(31))).toEqual({ stage: 'new' });
});

test('a clock that jumps back far does not keep a talk alive', () => {
  expect(faded(talk, after(-31))).toEqual({ stage: 'new' });
});
