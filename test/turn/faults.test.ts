import { describe, expect, test } from 'vitest';
import type { ConversationStore, Search } from '../../src/core/ports.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, memoryConversations, updateOf } from '../fakes.ts';

const never = new Promise<never>(() => {});
const broken: Search = { search: () => Promise.reject(new Error('down')) };
const hanging: Search = { search: () => never };
const nonsense: Search = { search: async () => [{ id: 'no-such-passage', score: Number.NaN }] };
const storeDown: ConversationStore = {
  load: () => Promise.reject(new Error('down')),
  record: () => Promise.reject(new Error('down')),
  erase: () => Promise.reject(new Error('down')),
};

describe.each([
  ['search throws', { search: broken }],
  ['search hangs', { search: hanging }],
  ['both searches throw', { search: broken, fallback: broken }],
  ['search returns nonsense', { search: nonsense, fallback: nonsense }],
  ['the store is down', { conversations: storeDown }],
  ['everything is down', { search: broken, fallback: hanging, conversations: storeDown }],
])('when %s', (_name, faults) => {
  const turn = makeTurn(makeParts(faults));

  test('the safe word still brings the card', async () => {
    const reply = await turn(updateOf('SOS'));
    expect(reply.outcome).toBe('help');
    expect(reply.bubbles.join('\n')).toContain('113');
  });

  test('a question gets an answer, or the honest trouble reply with the lines', async () => {
    const reply = await turn(updateOf('bao nhiêu tuổi được kết hôn'));
    expect(['answer', 'trouble', 'decline']).toContain(reply.outcome);
    if (reply.outcome === 'trouble') expect(reply.bubbles.join('\n')).toMatch(/113[\s\S]*115|115[\s\S]*113/);
  });
});

test('the in-process index answers when the database does not', async () => {
  const codes: string[] = [];
  const turn = makeTurn(makeParts({ search: broken, onTrouble: (code) => codes.push(code) }));
  const reply = await turn(updateOf('bao nhiêu tuổi được kết hôn'));
  expect(reply.outcome).toBe('answer');
  expect(codes).toEqual(['search']);
});

test('when nothing can be erased the person is not told that it was', async () => {
  const reply = await makeTurn(makeParts({ conversations: storeDown }))(updateOf('xoá'));
  expect(reply.outcome).toBe('trouble');
});

test('a turn records what happened without words', async () => {
  const conversations = memoryConversations();
  await makeTurn(makeParts({ conversations }))(updateOf('chồng tên Páo Văn Thử không cho đi làm'));
  expect(conversations.facts).toHaveLength(1);
  expect(JSON.stringify([...conversations.facts, ...conversations.stored.values()])).not.toMatch(/Páo|Thử|đi làm/);
});
