import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexPassages } from '../../../src/core/search/index-passages.ts';
import { memorySearch } from '../../../src/core/search/memory-search.ts';
import { makeQuery } from '../../../src/core/search/query.ts';
import { dimensionOf, dimensions, makeReader, wordsOf } from '../../../src/core/search/terms.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';

const read = makeReader();
const passage = (id: string, body: string, ask: string[] = []) => ({
  id,
  group: '',
  title: [],
  document: [],
  body: read(body),
  ask: ask.map(read),
});
const index = indexPassages([
  passage('tuoi', 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi thì được kết hôn', ['mấy tuổi được cưới']),
  passage('ly-hon', 'Vợ hoặc chồng có quyền yêu cầu ly hôn'),
  passage('danh', 'Đánh đập thành viên gia đình là bạo lực'),
  passage('danh-chi', 'Đành chịu vì đường xa'),
]);
const search = memorySearch(index.rows, () => ({ inForceFrom: '2000-01-01', inForceTo: null }));
const ask = (question: string) =>
  search.search(makeQuery([{ words: wordsOf(question), weight: 1 }], index.idf), 4, '2026-01-01');

test.each([
  ['bao nhiêu tuổi thì được kết hôn', 'tuoi'],
  ['may tuoi duoc cuoi', 'tuoi'],
  ['vợ muốn ly hôn', 'ly-hon'],
])('"%s" finds %s first, with and without diacritics', async (question, id) => {
  expect((await ask(question))[0]?.id).toBe(id);
  expect((await ask(fold(question)))[0]?.id).toBe(id);
});

test('diacritics decide between words that fold alike', async () => {
  expect((await ask('đánh'))[0]?.id).toBe('danh');
  expect((await ask('đành'))[0]?.id).toBe('danh-chi');
});

test('words that no passage has find nothing', async () => expect(await ask('xyzzy')).toEqual([]));

test('a term’s dimension is within pgvector’s range', () => {
  fc.assert(
    fc.property(fc.string(), (term) => {
      const dimension = dimensionOf(term);
      expect(dimension).toBeGreaterThanOrEqual(1);
      expect(dimension).toBeLessThan(dimensions);
    }),
  );
});

test('asking twice gives the same, whatever was asked between', async () => {
  const first = await ask('tuổi kết hôn');
  await ask('ly hôn');
  expect(await ask('tuổi kết hôn')).toEqual(first);
});
