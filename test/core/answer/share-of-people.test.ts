import { expect, test } from 'vitest';
import type { Composed } from '../../../src/core/answer/composed.ts';
import { shareOfPeople } from '../../../src/core/answer/share-of-people.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const rule: Composed = {
  text: 'Ít nhất 35% người trong danh sách là phụ nữ.',
  cites: [{ document: '85/2015/QH13', locator: 'Điều 9' }],
  passages: ['85-2015-qh13/d9'],
  more: null,
  outcome: 'answer',
};
const told = (message: string, composed = rule) =>
  shareOfPeople(composed, understand(message, library.names)).text.split('\n')[0];

test.each([
  ['danh sách có 60 người thì ít nhất mấy người phải là nữ', '60 người × 35% = 21 người.'],
  ['danh sach 61 nguoi thi bao nhieu nu', '61 người × 35% = 21,35 ≈ 22 người (làm tròn lên).'],
])('"%s": the sum is shown, a part of a person counts as one more where it is the least', (message, sum) => {
  expect(told(message)).toBe(sum);
});

test.each([
  'tỷ lệ nữ ứng cử là bao nhiêu',
  'danh sách 60 người phải nộp khi nào',
  'từ 60 người lên 70 người thì mấy người nữ',
])('"%s": nothing is reckoned', (message) => {
  expect(told(message)).toBe(rule.text);
});

test('a share of anything but people multiplies none', () => {
  const hurt = { ...rule, text: 'Tổn thương từ 11% thì bị xử lý hình sự.' };
  expect(told('3 người đánh thì mấy người bị tù', hurt)).toBe(hurt.text);
});

test('two shares are not told apart, so that nothing is reckoned', () => {
  const two = { ...rule, text: 'Năm 2025 là 60 % phụ nữ, năm 2030 là 75 % phụ nữ.' };
  expect(told('có 60 người thì mấy người là nữ', two)).toBe(two.text);
});
