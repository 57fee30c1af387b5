import { expect, test } from 'vitest';
import { indexPassages } from '../../../src/core/search/index-passages.ts';
import { clues, makeSecondLook } from '../../../src/core/search/second-look.ts';
import { looks } from '../../../src/core/search/second-look-weights.ts';
import { makeReader, wordsOf } from '../../../src/core/search/terms.ts';

const read = makeReader();
const passage = (id: string, title: string, body: string) => ({
  id,
  group: 'luat',
  title: read(title),
  document: [],
  body: read(body),
  ask: [],
});
const index = indexPassages([
  passage('hon', 'Tuổi kết hôn', 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi'),
  passage('rai', 'Điều khác', 'Người kết nạp phải đủ tuổi; vợ chồng hôn nhân'),
]);
const look = makeSecondLook(index);

test('every clue has a weight', () => expect(looks).toHaveLength(clues.length));

test('words that stand together go before the same words apart', () => {
  const level = [
    { id: 'rai', score: 1 },
    { id: 'hon', score: 1 },
  ];
  expect(look.again(level, wordsOf('tuổi kết hôn'))[0]?.id).toBe('hon');
});

test('shares of trust add up to one; nothing to look at gives nothing', () => {
  const hits = look.again(
    [
      { id: 'hon', score: 2 },
      { id: 'rai', score: 1 },
    ],
    wordsOf('kết hôn'),
  );
  expect(hits.reduce((sum, one) => sum + one.score, 0)).toBeCloseTo(1);
  expect(look.again([], wordsOf('kết hôn'))).toEqual([]);
});
