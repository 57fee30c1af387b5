import { expect, test } from 'vitest';
import type { Composed } from '../../../src/core/answer/composed.ts';
import { disowned } from '../../../src/core/answer/disowned.ts';

const answer = (text: string): Composed => ({ text, cites: [], passages: [], more: null, outcome: 'answer' });
const outcome = (folded: string, text: string) => disowned(answer(text), folded).outcome;

const abroad = 'Mỗi người phải đủ điều kiện kết hôn. Nơi đăng ký và giấy tờ hiện nay thì mình chưa xác minh được.';
const number = 'Luật có nêu tổng đài quốc gia. Mình chưa thấy nguồn nào công bố số máy. Nguy hiểm thì gọi 113.';
const court = 'Nộp ở Tòa án nhân dân khu vực. Tên và địa chỉ Tòa khu vực nơi bạn thì mình chưa xác minh.';

test.each([
  ['cuoi nguoi nuoc ngoai can giay to gi', abroad],
  ['cuoi nguoi nuoc ngoai dang ky o dau', abroad],
  ['tong dai chong bao luc la so nao', number],
  ['dia chi toa khu vuc la gi', court],
])('what is asked for and said not to be established is declined: "%s"', (folded, text) => {
  expect(outcome(folded, text)).toBe('decline');
});

test.each([
  ['cuoi nguoi nuoc ngoai can dieu kien gi', abroad],
  ['luat co tong dai quoc gia khong', number],
  ['ly hon nop don o dau', court],
  ['cuoi nguoi nuoc ngoai can giay to gi', 'Cần giấy tờ tùy thân. Ngày làm việc thì mình chưa xác minh.'],
])('what is told stays an answer, whatever else is open: "%s"', (folded, text) => {
  expect(outcome(folded, text)).toBe('answer');
});
