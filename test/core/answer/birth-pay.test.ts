import { expect, test } from 'vitest';
import { answerBirthPay } from '../../../src/core/answer/birth-pay.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerBirthPay(understand(message, library.names), library.knowledge);

test.each([
  ['lương 7 triệu nghỉ thai sản được bao nhiêu tiền', '6 tháng × 7.000.000 đồng = 42.000.000 đồng'],
  [
    'sinh đôi, lương đóng bảo hiểm 6 triệu rưỡi, tiền thai sản tổng cộng bao nhiêu',
    '7 tháng × 6.500.000 đồng = 45.500.000 đồng',
  ],
  ['luong 6tr sinh con thu 2 nghi thai san duoc bao nhieu', '7 tháng × 6.000.000 đồng = 42.000.000 đồng'],
  [
    'luong cua toi 7,2 trieu, toi nghi 5 ngay luc vo sinh thi duoc may tien',
    '7.200.000 đồng : 24 × 5 = 1.500.000 đồng',
  ],
  ['đóng trung bình 6tr, đẻ con thứ 2 nghỉ 7 tháng thì tiền thai sản là bn', '7 tháng × 6.000.000 đồng = 42.000.000'],
  ['lương đóng bh bình quân 8tr, sinh đứa thứ 2 nghỉ 7 tháng thì nhận đc bn', '7 tháng × 8.000.000 đồng = 56.000.000'],
  ['vợ đẻ thường con đầu, lương đóng bh của t 7tr2, nghỉ 5 ngày đc nhiêu', ': 24 × 5 = 1.500.000 đồng'],
  ['chồng lương 7,2 triệu nghỉ 5 ngày khi vợ sinh được bao nhiêu', '7.200.000 đồng : 24 × 5 = 1.500.000 đồng'],
])('"%s" shows the sum', (message, sum) => {
  expect(ask(message)?.text).toContain(sum);
});

test.each([
  'nghỉ thai sản được bao nhiêu tiền',
  'phạt 10 triệu vì đuổi người nghỉ thai sản lương bao nhiêu',
  'bảo hiểm tự nguyện sinh con được 2 triệu à',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});
