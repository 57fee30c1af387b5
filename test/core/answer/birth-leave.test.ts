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
  ['con rể tôi có vợ bầu đôi phải mổ, nó được nghỉ mấy hôm', 'chồng nghỉ 14 ngày làm việc'],
  ['vo sap sinh doi, chu xe bao cho nghi 5 hom thoi, luat duoc may hom', 'chồng nghỉ 10 ngày làm việc'],
  ['vợ sinh đôi, vợ được nghỉ mấy tháng, em được nghỉ mấy ngày', 'chồng nghỉ 10 ngày làm việc'],
  ['vợ sinh ba phải mổ thì chồng nghỉ bao nhiêu ngày', '14 + 3 = 17 ngày làm việc'],
  ['vk sinh mo ck dc nghi may ngay', 'chồng nghỉ 07 ngày làm việc'],
  ['chồng làm mỏ, vợ bác sĩ cho mổ đẻ thì chồng nghỉ mấy ngày', 'chồng nghỉ 07 ngày làm việc'],
  ['sinh con thứ hai mẹ nghỉ mấy tháng', '07 tháng'],
  ['vợ sinh con thứ hai tháng 5/2026 thì nghỉ mấy tháng', 'mẹ nghỉ thai sản 06 tháng'],
  ['de dua thu 2 hoi dau nam 2025 duoc nghi may thang', 'mẹ nghỉ thai sản 06 tháng'],
  [
    'Năm 2022 em sinh con đầu nghỉ sáu tháng. Giờ sắp sinh bé thứ hai, lần này em được nghỉ mấy tháng',
    '07 tháng, với lần sinh',
  ],
  ['đẻ sinh ba lần đầu được nghỉ mấy tháng', '6 + 2 × 1 = 8 tháng'],
  ['sinh ba thì chồng nghỉ mấy ngày, mẹ nghỉ mấy tháng', '6 + 2 × 1 = 8 tháng'],
  ['vợ em đẻ ba phải mổ, em đóng bảo hiểm bắt buộc thì nghỉ mấy ngày', '14 + 3 = 17 ngày làm việc'],
  ['vo toi sinh doi cho toi hoi duoc nghi may thang', 'mẹ nghỉ thai sản 6 + 1 = 7 tháng'],
  ['em đẻ đứa thứ ba thì nghỉ mấy tháng', 'mẹ nghỉ thai sản 06 tháng'],
])('"%s" says %s', (message, said) => {
  expect(ask(message)?.text).toContain(said);
});

test.each([
  'sinh con được nghỉ mấy tháng',
  'vợ sinh đôi con thứ hai chồng nghỉ mấy ngày',
  'nhận con nuôi được nghỉ mấy tháng',
  'đẻ xong đứa thứ hai vợ chồng em đặt vòng, ngày đi đặt được nghỉ mấy ngày',
  'bố đi làm mỏ đóng bảo hiểm, vợ sinh thường một bé thì nghỉ mấy ngày',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});

test.each([
  ['sinh ngày 10/9/2026, nghỉ thai sản đến khi nào đi làm lại', '10/9/2026 + 6 tháng = 10/3/2027'],
  ['sinh đôi nghỉ từ 1/12/2026 thì đến bao giờ đi làm lại', '1/12/2026 + 7 tháng = 1/7/2027'],
  ['vợ sinh ngày 5/10/2026 thì chồng phải nghỉ trước ngày nào', '5/10/2026 + 60 ngày = 4/12/2026'],
])('"%s" is reckoned from the day named', (message, sum) => {
  expect(ask(message)?.text).toContain(sum);
});
