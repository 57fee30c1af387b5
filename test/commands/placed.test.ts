import { expect, test } from 'vitest';
import { placed } from '../../src/ask/placed.ts';

const cite = (locator: string) => ({ document: 'X', locator });

test('a whole act or an unnumbered part is left out beside a numbered place', () => {
  const kept = ['Điều 3 khoản 1 điểm a', 'Mục tiêu 3, Chỉ tiêu 2', 'Mục III.2.1', 'Người ký'].map(cite);
  expect(placed([cite('Toàn văn'), ...kept, cite('Phần thời hiệu')])).toEqual(kept);
});

test('an answer that rests on a whole act still says so', () => {
  expect(placed([cite('Toàn văn')])).toEqual([cite('Toàn văn')]);
});
