import { expect, test } from 'vitest';
import { answerAgeReached } from '../../../src/core/answer/age-reached.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) =>
  answerAgeReached(understand(message, library.names), '2026-11-26', library.knowledge)?.text ?? null;

test.each([
  ['con sinh 15/3/2024 thì bao giờ đủ 36 tháng', '15/3/2024 + 36 tháng = 15/3/2027.'],
  ['bé gái 15 tuổi 8 tháng còn bao lâu mới được lấy chồng', '18 tuổi - 15 tuổi 8 tháng = 2 năm 4 tháng nữa.'],
  ['con trai 18 tuoi con may nam nua lay vo duoc', '20 tuổi - 18 tuổi = 2 năm nữa.'],
  ['con gái sinh 20/8/2009 đến ngày nào thì được lấy chồng', '20/8/2009 + 18 năm = 20/8/2027.'],
  ['con gai toi sinh thang 9 nam 2011 thi nam nao du tuoi cuoi', 'Tháng 9/2011 + 18 năm = 9/2029'],
  ['con trai sinh 3/2008 bao giờ lấy vợ được', 'Tháng 3/2008 + 20 năm = 3/2028'],
  ['con trai tôi sinh năm 2009 thì năm nào lấy vợ được', '2009 + 20 năm = 2029'],
])('"%s" shows the sum', (message, sum) => {
  expect(ask(message)).toContain(sum);
});

test.each([
  'tôi sinh con ngày 3/11/2026, hạn cuối chồng bắt đầu nghỉ là ngày nào',
  'bao nhiêu tuổi được lấy chồng',
  'cưới vợ cho con 15 tuổi thì bị phạt bao nhiêu, bao giờ nộp',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});
