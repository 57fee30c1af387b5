import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ContentStore } from '../../src/core/content/store.ts';
import { withItem } from '../../src/knowledge/edit/write.ts';
import { readWords } from '../../src/live/words.ts';
import { contentStore } from '../../src/postgres/content/store.ts';
import { type Database, openScratch } from '../../src/postgres/open.ts';
import { makeThinking, turnOf } from '../../src/turn/turn.ts';
import { makeParts, updateOf } from '../fakes.ts';
import { base, bodyOf, card, catalogue, changeOf, files, noteOf, openLive, publish } from './house.ts';

// Knowledge is read anew again and again: long on a slow machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let database: Database;
let store: ContentStore;

beforeAll(async () => {
  database = await openScratch({ prepare: async () => {} });
  store = contentStore(database.pool, Buffer.alloc(32, 1));
});
afterAll(() => database?.close());
beforeEach(() => database.pool.query('truncate content_draft, content_published, answers_switch'));

const said = 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi. Câu này vừa được sửa ở bàn biên tập.';
const other = { ...bodyOf(card), say: said };
const service = { kind: 'service', id: 'cap-cuu-115' } as const;

test('what is published is told from the next turn on, and what began before ends as it began', async () => {
  const live = await openLive(store);
  const parts = makeParts();
  const thinking = makeThinking({ ...parts, ...live.current().live() }, () => live.current().live());
  const turn = turnOf(thinking);
  expect((await turn(updateOf('bao nhiêu tuổi được kết hôn'))).bubbles[0]).not.toBe(said);
  await publish(store, changeOf(card, other));
  // A talk that is slow to load: the swap comes while its turn is under way.
  let swapped = () => {};
  const waits = new Promise<void>((resolve) => {
    swapped = resolve;
  });
  const slow = makeThinking(
    {
      ...parts,
      ...live.current().live(),
      conversations: { ...parts.conversations, load: async () => waits.then(() => ({ stage: 'new' as const })) },
    },
    () => live.current().live(),
  );
  const before = slow.think(updateOf('bao nhiêu tuổi được kết hôn'));
  await live.refresh();
  swapped();
  expect((await before).reply.bubbles[0]).not.toBe(said);
  expect((await turn(updateOf('bao nhiêu tuổi được kết hôn'))).bubbles[0]).toBe(said);
  live.stop();
});

test('a card that the files do not have is answered from, and goes when it is taken back', async () => {
  const live = await openLive(store);
  const thu = { kind: 'card', id: 'the-thu-nghiem' } as const;
  const ask = [
    'phơi thóc ở sân nhà văn hóa có được không',
    'phoi thoc o san nha van hoa',
    'sân nhà văn hóa phơi thóc',
    'phơi lúa nhà văn hóa',
  ];
  const cite = [{ document: '52/2014/QH13', locator: 'Điều 8' }];
  await publish(store, changeOf(thu, { ask, say: 'Hỏi trưởng thôn trước khi phơi.', cite }));
  await live.refresh();
  const turn = turnOf(makeThinking({ ...makeParts(), ...live.current().live() }, () => live.current().live()));
  expect((await turn(updateOf('phơi thóc ở sân nhà văn hóa có được không'))).bubbles[0]).toBe(
    'Hỏi trưởng thôn trước khi phơi.',
  );
  await publish(store, changeOf(thu, null, { deed: 'taken-back' }));
  await live.refresh();
  expect(live.current().words.knowledge.passages.has('the-thu-nghiem')).toBe(false);
  live.stop();
});

test('a change waits for its day', async () => {
  const live = await openLive(store);
  await publish(store, changeOf(card, other, { from: '2026-12-01' }));
  await live.refresh();
  expect(live.current().over).toEqual([]);
  live.day.now = '2026-12-01';
  await live.refresh();
  expect(live.current().words.knowledge.passages.get(card.id)?.say).toBe(said);
  live.stop();
});

test('what the files say meanwhile is settled; what the files changed is told, and the published words stay', async () => {
  await publish(store, changeOf(card, other));
  const file = catalogue.get('card/tuoi-ket-hon')?.file ?? '';
  const withFile = (say: string) =>
    readWords(withItem(files, { ...card, file, body: { ...other, say } }), { operator: '', today: '2026-11-26' });
  const settled = await openLive(store, withFile(said));
  expect([settled.current().over, settled.current().conflicts, settled.trouble]).toEqual([[], [], []]);
  const changed = await openLive(store, withFile(`${bodyOf(card).say} Sửa trong tệp.`));
  expect(changed.current().conflicts.map(({ id }) => id)).toEqual([card.id]);
  expect(changed.trouble).toEqual(['content-conflict']);
  expect(changed.current().words.knowledge.passages.get(card.id)?.say).toBe(said);
});

test('what cannot be used any more is left out alone, and told', async () => {
  const broken = { ...other, say: 'Phạt 987 triệu đồng.' };
  await publish(store, changeOf(card, broken));
  await publish(store, changeOf(service, { ...bodyOf(service), purpose: 'Gọi khi có người bị thương.' }));
  const live = await openLive(store);
  expect(live.current().broken.map(({ id }) => id)).toEqual([card.id]);
  expect(live.current().over.map(({ id }) => id)).toEqual([service.id]);
  expect(live.trouble).toEqual(['content-broken']);
  expect(live.current().words.knowledge.passages.get(card.id)?.say).toBe(bodyOf(card).say);
  expect(live.current().words.directory.services.find(({ id }) => id === service.id)?.purpose).toBe(
    'Gọi khi có người bị thương.',
  );
});

test('something unreadable in the database leaves people with what the files say', async () => {
  await database.pool.query(
    `insert into content_published (kind, item, deed, body, file, from_day, authors, at)
     values ('card', 'hong', 'published', '{"say": 7}', 'knowledge/answers/hong.yaml', '2026-11-26', '{}', now())`,
  );
  const live = await openLive(store);
  expect(live.current().words.knowledge).toBe(base.knowledge);
  expect(live.trouble).toEqual(['content-broken']);
});

test('while the database is down, content and switch stay as they were last known', async () => {
  await store.turn(
    { off: true, reason: 'law-changed', note: '', by: 'quan.tri', at: new Date() },
    noteOf('answers-off', 'x'),
  );
  let isDown = false;
  const fails = async () => {
    throw new Error('down');
  };
  const source = { version: () => (isDown ? fails() : store.version()), read: () => (isDown ? fails() : store.read()) };
  const live = await openLive(source);
  expect(live.current().answers).toMatchObject({ off: true, reason: 'law-changed' });
  isDown = true;
  await expect(live.refresh()).rejects.toThrow();
  expect(live.current().answers.off).toBe(true);
  isDown = false;
  await store.turn({ off: false, reason: null, note: '', by: 'quan.tri', at: new Date() }, noteOf('answers-on', 'x'));
  await live.refresh();
  expect(live.current().answers.off).toBe(false);
});
