import { expect, test } from 'vitest';
import { nearness, type Senses, saidIn, senseOf } from '../../../src/core/answer/senses.ts';
import { dimensionOf, wordsOf } from '../../../src/core/search/terms.ts';

const points: Record<string, [number, number]> = {
  che: [90, 10],
  xau: [80, 0],
  ky: [100, 5],
  thi: [60, 0],
  luong: [0, 100],
};
const terms = Object.entries(points);
const senses: Senses = {
  width: 2,
  rows: new Map(terms.map(([term], row) => [dimensionOf(term), row])),
  table: Int8Array.from(terms.flatMap(([, point]) => point)),
};
const sense = (text: string) => senseOf(saidIn([wordsOf(text)]), senses);

test('other words for the same matter lie nearer than words for another one', () => {
  expect(nearness(sense('chê xấu'), sense('kỳ thị'))).toBeGreaterThan(nearness(sense('chê xấu'), sense('lương')));
});

test('what says nothing known is near to nothing', () => {
  expect(nearness(sense('xyz'), sense('lương'))).toBe(0);
});
