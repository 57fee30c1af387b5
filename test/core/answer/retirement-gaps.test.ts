import { expect, test } from 'vitest';
import { answerRetirementGap } from '../../../src/core/answer/retirement-gaps.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) =>
  answerRetirementGap(understand(message, library.names), '2026-11-24', library.knowledge);

test.each([
  ['tuổi nghỉ hưu năm 2026 của nam hơn nữ bao nhiêu', '61 tuổi 6 tháng - 57 tuổi = 4 tuổi 6 tháng'],
  ['nam 2030 nam nu nghi huu chenh nhau may tuoi', '62 tuổi - 58 tuổi 4 tháng = 3 tuổi 8 tháng'],
  ['nữ về hưu sớm hơn nam bao nhiêu năm', '62 tuổi - 60 tuổi = 2 tuổi'],
  ['tu nam 2026 den 2035 tuoi nghi huu cua nu tang them may tuoi', '60 tuổi - 57 tuổi = 3 tuổi'],
  ['từ 2028 tới 2034 tuổi hưu của nam tăng bao nhiêu', 'không tăng'],
])('"%s" shows the sum', (message, sum) => {
  expect(ask(message)?.text).toContain(sum);
});

test.each([
  'năm 2026 nữ bao nhiêu tuổi được nghỉ hưu',
  'lương hưu nam hơn nữ bao nhiêu phần trăm',
  'nữ sinh năm 1970 khi nào nghỉ hưu',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});
