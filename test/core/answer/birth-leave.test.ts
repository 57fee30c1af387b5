import { expect, test } from 'vitest';
import { answerBirthLeave } from '../../../src/core/answer/birth-leave.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerBirthLeave(understand(message, library.names), '2026-11-24', library.knowledge);

test.each([
  ['sinh đôi lần đầu thì mẹ được nghỉ mấy tháng', '6 + 1 = 7 tháng'],
  ['de sinh ba nghi bao lau', '6 + 2 × 1 = 8 tháng'],
  ['vợ sinh đôi chồng nghỉ mấy ngày', 'chồng nghỉ 10 ngày làm việc'],
  ['vo sinh doi phai mo chong nghi may ngay', 'chồng nghỉ 14 ngày làm việc'],
  ['vợ sinh ba phải mổ thì chồng nghỉ bao nhiêu ngày', '14 + 3 = 17 ngày làm việc'],
  ['vk sinh mo ck dc nghi may ngay', 'chồng nghỉ 07 ngày làm việc'],
  ['sinh con thứ hai mẹ nghỉ mấy tháng', '07 tháng'],
])('"%s" says %s', (message, said) => {
  expect(ask(message)?.text).toContain(said);
});

test.each([
  'sinh con được nghỉ mấy tháng',
  'vợ sinh đôi con thứ hai chồng nghỉ mấy ngày',
  'nhận con nuôi được nghỉ mấy tháng',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});
