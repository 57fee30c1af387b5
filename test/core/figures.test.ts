import { expect, test } from 'vitest';
import { figuresIn, unsupportedFigures } from '../../src/core/figures.ts';

test.each([
  ['18.168 triệu đồng', ['18168']],
  ['1,6 lần so với 1,3 lần', ['1.6', '1.3']],
  ['từ 01/7/2026', ['1', '7', '2026']],
  ['dưới 50/100.000 trẻ', ['50', '100000']],
  ['5–10 triệu', ['5', '10']],
  ['Điều 3 khoản 1', ['3', '1']],
  ['không có số', []],
])('reads the figures of %s', (text, figures) => expect(figuresIn(text)).toEqual(figures));

test('a figure that no source has is noticed', () => {
  expect(unsupportedFigures('năm 2025 là 60 %, năm 2030 là 80 %', ['60% vào 2025 và 75% vào 2030'])).toEqual(['80']);
  expect(unsupportedFigures('năm 2025 là 60 %', ['60% vào 2025'])).toEqual([]);
});
