import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/core/search/terms.ts';

const read = (text: string) =>
  wordsOf(text)
    .map((word) => word.raw)
    .join(' ');

test.each([
  ['tra theo thag, cấp dưỡg, khog biet', 'tra theo thang cấp dưỡng không biet'],
  ['tai san chug theo thag', 'tai san chung theo thang'],
  ['tỷ lệ nữ', 'tỉ lệ nữ'],
])('"%s" is matched as "%s"', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test('what may be another language stays', () => {
  expect(read('tag vao blog vlog zing')).toBe('tag vao blog vlog zing');
});
