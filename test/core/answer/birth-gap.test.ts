import { expect, test } from 'vitest';
import { answerBirthGap } from '../../../src/core/answer/birth-gap.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerBirthGap(understand(message, library.names), library.knowledge)?.text ?? null;

test.each([
  ['sinh con thứ hai mẹ được nghỉ hơn con đầu mấy tháng', '7 - 6 = 1 tháng'],
  ['vo de dua thu 2 chong nghi hon dua dau may ngay', '10 - 5 = 5 ngày làm việc'],
  ['vợ sinh mổ chồng nghỉ nhiều hơn sinh thường mấy ngày', '7 - 5 = 2 ngày làm việc'],
  ['sinh đôi mẹ nghỉ hơn sinh một con bao nhiêu tháng', '7 - 6 = 1 tháng'],
])('"%s" shows the difference', (message, sum) => {
  expect(ask(message)).toContain(sum);
});

test.each([
  'sinh con thứ hai nghỉ mấy tháng',
  'tuổi nghỉ hưu nam hơn nữ mấy năm',
  'sinh đôi con thứ hai nghỉ hơn con đầu',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});
