import { expect, test } from 'vitest';
import { understand } from '../../../src/core/question/understand.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';
import { library } from '../../fakes.ts';

const strange = (message: string) => library.strangeness(understand(message, library.names)).unasked;

test.each([
  ['vợ sinh con chồng được nghỉ mấy ngày', 'con cá chép đẻ trứng mùa nào'],
  ['bị chồng đánh thì báo ai', 'múa lân đánh trống rằm trung thu'],
  ['thủ tục ly hôn đơn phương', 'thủ môn bắt phạt đền giỏi'],
])('"%s" sounds less strange than "%s", with and without diacritics', (known, unknown) => {
  expect(strange(known)).toBeLessThan(strange(unknown));
  expect(strange(fold(known))).toBeLessThan(strange(fold(unknown)));
});

test('a message without words is not strange', () => {
  expect(strange('')).toBe(0);
});
