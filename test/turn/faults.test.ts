import { describe, expect, test } from 'vitest';
import type { ConversationStore, Replies, Search } from '../../src/core/ports.ts';
import type { Directory } from '../../src/core/services.ts';
import type { Parts } from '../../src/turn/parts.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, memoryConversations, updateOf } from '../fakes.ts';

const never = new Promise<never>(() => {});
const broken: Search = { search: () => Promise.reject(new Error('down')) };
const hanging: Search = { search: () => never };
const nonsense: Search = { search: async () => [{ id: 'no-such-passage', score: Number.NaN }] };
const fail = () => {
  throw new Error('down');
};
const storeDown: ConversationStore = {
  load: () => Promise.reject(new Error('down')),
  record: () => Promise.reject(new Error('down')),
  erase: () => Promise.reject(new Error('down')),
};

const noCards: Replies = {
  get: () => {
    throw new Error('missing');
  },
};
const hangingStore: ConversationStore = { load: () => never, record: () => never, erase: () => never };
const noDirectory = { services: [] } as unknown as Directory;

const faults: Array<[name: string, faults: Partial<Parts>]> = [
  ['search throws', { search: broken }],
  ['search hangs', { search: hanging }],
  ['both searches throw', { search: broken, fallback: broken }],
  ['both searches hang', { search: hanging, fallback: hanging }],
  ['search returns nonsense', { search: nonsense, fallback: nonsense }],
  ['the store is down', { conversations: storeDown }],
  ['the store hangs', { conversations: hangingStore }],
  ['the store returns nonsense', { conversations: { ...storeDown, load: async () => ({}) as never } }],
  ['the fixed texts are gone', { replies: noCards }],
  ['the directory is unreadable', { directory: noDirectory }],
  ['the clock jumps ahead', { now: () => new Date('2031-01-01T00:00:00Z') }],
  ['the clock jumps back', { now: () => new Date('1999-01-01T00:00:00Z') }],
  ['the clock is broken', { today: () => 'hôm nay' }],
  ['telling of trouble throws', { search: broken, conversations: storeDown, onTrouble: fail }],
  [
    'everything is down',
    { search: broken, fallback: hanging, conversations: hangingStore, replies: noCards, directory: noDirectory },
  ],
];
const disclosures = [
  'SOS',
  'tối qua em bị chồng đánh',
  'no dang cam dao duoi toi',
  'hàng xóm đánh vợ ngày nào cũng kêu',
  'em không muốn sống nữa',
];

describe.each(faults)('when %s', (_name, fault) => {
  const turn = makeTurn(makeParts(fault));

  test.each(disclosures)('"%s" gets its card', async (said) => {
    const reply = await turn(updateOf(said, `fault:${said}`));
    expect(reply.outcome).toBe('help');
    expect(reply.helpOffered).toBe(true);
    expect(reply.bubbles[0]).toMatch(/\b11[13]\b/);
    expect(reply.bubbles.join('\n')).toMatch(/Trung tâm Công tác xã hội/);
  });

  test('a question gets an answer, or the honest trouble reply with the lines', async () => {
    const reply = await turn(updateOf('bao nhiêu tuổi được kết hôn', 'fault:question'));
    expect(['answer', 'trouble', 'decline']).toContain(reply.outcome);
    if (reply.outcome === 'trouble') expect(reply.bubbles.join('\n')).toMatch(/113[\s\S]*115|115[\s\S]*113/);
  });

  test('after a disclosure a short word is not met with "trouble" alone', async () => {
    await turn(updateOf('tối qua em bị chồng đánh', 'fault:dialogue'));
    const reply = await turn(updateOf('hôm nay lại thế', 'fault:dialogue'));
    expect(reply.bubbles.join('\n')).toMatch(/\b113\b/);
  });
});

test('the card test can fail: a turn without its fixed words kept in code would have none', async () => {
  await expect(async () => noCards.get('help')).rejects.toThrow();
});

test('a number nobody vouches for is never sent, even from a reviewed text', async () => {
  const parts = makeParts();
  const replies: Replies = {
    get: (id, words) => {
      const real = parts.replies.get(id, words);
      return id === 'help' ? { ...real, bubbles: [...real.bubbles, 'Gọi 1800 1769.'] } : real;
    },
  };
  const reply = await makeTurn({ ...parts, replies })(updateOf('SOS', 'phones'));
  expect(reply.bubbles.join('\n')).toContain('113');
  expect(reply.bubbles.join('\n')).not.toContain('1769');
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
