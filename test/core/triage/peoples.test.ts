import { expect, test } from 'vitest';
import { hear } from '../../../src/core/triage/hear.ts';

const heard = (message: string) =>
  hear(message)
    .words.map((word) => word.raw)
    .join(' ');

test.each([
  ['tôi là người Dao, muốn ly hôn', 'tôi là người muốn ly hôn'],
  ['Em người H’Mông ở bản trên', 'em người ở bản trên'],
  ['toi la nguoi dao do', 'toi la nguoi'],
  ['cô gái Hà Nhì, dân tộc Phù Lá, tiếng Giáy', 'cô gái dân tộc tiếng'],
  ['bà con Tày', 'bà con'],
  ['đồng bào Mông', 'đồng bào'],
])('whom somebody belongs to is not heard in "%s"', (message, words) => {
  expect(heard(message)).toBe(words);
});

test.each(['nó cầm con dao', 'cầm dao dọa tôi', 'sờ mông em', 'tay tôi gãy', 'thai ba tháng', 'dao đỏ máu'])(
  'what only looks like a people stays in "%s"',
  (message) => {
    expect(heard(message)).toBe(message);
  },
);
