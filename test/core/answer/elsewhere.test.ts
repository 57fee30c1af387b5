import { expect, test } from 'vitest';
import { asksElsewhere } from '../../../src/core/answer/elsewhere.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

test.each([
  ['kế hoạch của Hà Nội', true],
  ['Sơn La chi bao nhiêu tiền cho phụ nữ', true],
  ['Điện Biên có mấy mô hình', true],
  ['mức sinh của Bắc Ninh là bao nhiêu', true],
  ['kế hoạch bình đẳng giới của tỉnh Yên Bái cũ đặt mấy chỉ tiêu', true],
  ['hồi chưa nhập tỉnh, Yên Bái đặt chỉ tiêu nữ chủ doanh nghiệp bao nhiêu', true],
  ['kế hoạch có áp dụng cho Yên Bái không', false],
  ['Yên Bái sáp nhập rồi thì kế hoạch còn hiệu lực không', false],
  ['đánh vợ ở Yên Bái phạt bao nhiêu', false],
  ['ở Hà Nội bị chồng đánh thì phạt bao nhiêu', false],
  ['kế hoạch của Lào Cai khác Hà Nội thế nào', false],
  ['hòa bình trong nhà là gì', false],
] as const)('"%s" asks what another province has for itself: %s', (message, asks) => {
  expect(asksElsewhere(understand(message, library.names), library.knowledge)).toBe(asks);
});
