import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { multiplied } from '../../../src/core/answer/per-unit.ts';
import { spokenNumber } from '../../../src/core/answer/spoken-number.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(document: string, locator: string, message: string): string {
  const passage = library.places.get(document)?.get(locator)?.[0];
  if (!passage) throw new Error(`no passage at ${locator}`);
  return multiplied(asItStands(passage), understand(message, library.names), library.knowledge).text;
}

test.each([
  [
    '41/2024/QH15',
    'Điều 58',
    'sinh đôi được trợ cấp một lần bao nhiêu tiền',
    '5.060.000 + 5.060.000 = 10.120.000 đồng',
  ],
  ['41/2024/QH15', 'Điều 58', 'de sinh ba tro cap 1 lan may trieu', '= 15.180.000 đồng'],
  ['41/2024/QH15', 'Điều 95', 'bảo hiểm tự nguyện đẻ hai đứa một lần thì được bao nhiêu', '= 4.000.000 đồng'],
  [
    '41/2024/QH15',
    'Điều 51',
    'cả thai kỳ nghỉ khám thai tối đa bao nhiêu ngày',
    '5 lần × 2 ngày làm việc = 10 ngày làm việc',
  ],
  ['41/2024/QH15', 'Điều 60', 'sinh mổ nghỉ dưỡng sức 7 ngày × 759 nghìn là mấy tiền ạ', '= 5.313.000 đồng'],
  ['41/2024/QH15', 'Điều 51', 'đi khám thai 3 lần được nghỉ mấy ngày', '3 lần × 2 ngày làm việc = 6 ngày làm việc'],
  ['41/2024/QH15', 'Điều 60', 'sinh mổ nghỉ dưỡng sức được bao nhiêu tiền', '7 ngày × 759.000 đồng = 5.313.000 đồng'],
  [
    '45/2019/QH14',
    'Điều 137 khoản 4',
    'nuôi con nhỏ 26 ngày được nghỉ bao nhiêu phút',
    '26 ngày × 60 phút = 1.560 phút',
  ],
])('%s %s: "%s"', (document, locator, message, sum) => {
  expect(told(document, locator, message)).toContain(sum);
});

test.each([
  ['41/2024/QH15', 'Điều 58', 'sinh con được trợ cấp một lần bao nhiêu tiền'],
  ['41/2024/QH15', 'Điều 58', 'sinh con thứ hai được trợ cấp một lần bao nhiêu'],
  ['41/2024/QH15', 'Điều 51', 'nghỉ khám thai được mấy lần'],
  ['41/2024/QH15', 'Điều 58', 'sinh đôi thì nộp giấy gì để được trợ cấp'],
])('%s %s: "%s" is answered by the unit', (document, locator, message) => {
  expect(told(document, locator, message)).toBe(library.places.get(document)?.get(locator)?.[0]?.say);
});

test('whatever number of days is typed, the product is theirs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), (days) => {
      const text = told('41/2024/QH15', 'Điều 60', `nghỉ dưỡng sức sau sinh ${days} ngày thì được bao nhiêu tiền`);
      expect(text).toContain(`${days} ngày × 759.000 đồng = ${spokenNumber(days * 759_000)} đồng`);
    }),
  );
});

test('what a unit itself is made of, is a true sum', () => {
  for (const { made, amount } of library.knowledge.perUnit) {
    const found = made === null ? null : /^(\d+)(%?) × ([\d.]+) = ([\d.]+)/.exec(made);
    if (!found) continue;
    const [, times, percent, base = '', result = ''] = found;
    const number = (text: string) => Number(text.replaceAll('.', ''));
    expect(number(result)).toBe(amount);
    expect((Number(times) * number(base)) / (percent ? 100 : 1)).toBe(amount);
  }
});
