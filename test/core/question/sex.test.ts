import { expect, test } from 'vitest';
import { sexOf } from '../../../src/core/question/sex.ts';
import { wordsOf } from '../../../src/core/search/terms.ts';

test.each([
  ['nữ năm 2026 mấy tuổi về hưu', 'female'],
  ['nu nam 2026 bao nhieu tuoi ve huu', 'female'],
  ['nu nam 2026 mấy tuổi về hưu', 'female'],
  ['nam 2026 mấy tuổi về hưu', null],
  ['nam 62 tuổi về hưu được chưa', 'male'],
  ['sang nam 2027 nu bao nhieu tuoi ve huu, con nam bao nhieu', null],
  ['nam nữ mấy tuổi về hưu', null],
] as const)('"%s" is about %s', (message, sex) => {
  expect(sexOf(wordsOf(message))).toBe(sex);
});
