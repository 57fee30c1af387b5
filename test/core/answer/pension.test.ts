import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerPension, shareOf } from '../../../src/core/answer/pension.ts';
import { understand } from '../../../src/core/question/understand.ts';
import type { PensionStep } from '../../../src/core/rules.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerPension(understand(message, library.names), library.knowledge);
const rule = library.knowledge.pension;

describe('what share of the wage a pension is', () => {
  test.each([
    ['nữ đóng bảo hiểm xã hội 25 năm lương hưu bao nhiêu phần trăm', '45% + (25 - 15) × 2% = 65%'],
    ['nam dong bhxh 18 nam luong huu dc may phan tram', '40% + (18 - 15) × 1% = 43%'],
    ['Ông tôi đóng 28 năm bảo hiểm thì lương hưu bằng mấy phần trăm?', '45% + (28 - 20) × 2% = 61%'],
    ['bà đóng 34 năm bhxh thì được bao nhiêu % lương hưu', '= 83%, nhưng cao nhất là 75%'],
    ['nữ đóng 20 năm, lương bình quân 6 triệu, lương hưu bao nhiêu tiền', '55% × 6.000.000 đồng = 3.300.000 đồng'],
    ['nữ đóng bảo hiểm 25 năm hưởng mấy phần trăm', '45% + (25 - 15) × 2% = 65%'],
    ['nữ cần đóng bao nhiêu năm để được 75%', '15 + (75 - 45) : 2 = 30 năm'],
    ['nữ đóng đủ bao nhiêu năm thì kịch trần 75', '15 + (75 - 45) : 2 = 30 năm'],
    ['nam muốn lương hưu cao nhất phải đóng mấy năm', '20 + (75 - 45) : 2 = 35 năm'],
    ['nữ đóng bao nhiêu năm bảo hiểm thì lương hưu được 75%', '15 + (75 - 45) : 2 = 30 năm'],
  ])('"%s" shows the sum', (message, sum) => {
    const answer = ask(message);
    expect(answer?.text).toContain(sum);
    expect(answer?.cites[0]).toEqual({ document: '41/2024/QH15', locator: 'Điều 66' });
  });

  test('both are told where the sex is not', () => {
    expect(ask('đóng bảo hiểm 20 năm thì lương hưu bao nhiêu phần trăm')?.text).toMatch(
      /Nữ đóng 20 năm[\s\S]*Nam đóng 20 năm/,
    );
  });

  test('too few years bring none', () => {
    expect(ask('nữ đóng bảo hiểm 10 năm lương hưu bao nhiêu phần trăm')?.text).toContain('chưa đủ 15 năm');
  });

  test.each([
    'lương hưu của nữ bao nhiêu phần trăm',
    'đóng 15 năm bảo hiểm thì bao nhiêu tuổi được hưu',
    'nữ sinh 1970 khi nào nghỉ hưu',
    'đóng bảo hiểm 2 năm thì thai sản hưởng mấy phần trăm',
    'làm nghề nặng nhọc đủ 15 năm được về hưu sớm tối đa mấy năm',
  ])('"%s" is left to others', (message) => {
    expect(ask(message)).toBeNull();
  });

  test('another year never brings less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PensionStep[]>(rule?.women ?? [], rule?.men ?? []),
        fc.integer({ min: 15, max: 59 }),
        (steps, years) => {
          const [now, next] = [shareOf(years, steps), shareOf(years + 1, steps)];
          expect(next?.share ?? 0).toBeGreaterThan(now?.share ?? 0);
        },
      ),
    );
  });
});
