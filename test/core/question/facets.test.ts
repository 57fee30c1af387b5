import { expect, test } from 'vitest';
import { facetOf } from '../../../src/core/question/facets.ts';
import { matchable } from '../../../src/core/question/names.ts';

test.each([
  ['những ai được trợ giúp pháp lý miễn phí', 'entitled'],
  ['đối tượng nào được nghỉ thai sản', 'entitled'],
  ['chinh sach nay danh cho ai', 'entitled'],
  ['luật gọi kiểu đòi của đó là gì', 'naming'],
  ['luat goi noi dung ay la mang gi', 'naming'],
  ['báo cho ai được', null],
  ['ai chủ trì mô hình', null],
  ['gọi 111 là gọi cho ai', null],
])('"%s"', (message, facet) => {
  expect(facetOf(matchable(message).trim())).toBe(facet);
});
