import { expect, test } from 'vitest';
import { withoutPoliteness } from '../../../src/core/question/polite.ts';

test.each([
  ['chào bạn mình muốn hỏi về ly hôn đơn phương', 'ly hôn đơn phương'],
  ['cảm ơn, cho hỏi thêm mức phạt đánh vợ', 'mức phạt đánh vợ'],
  ['ad ơi cho em hỏi bao nhiêu tuổi được kết hôn', 'bao nhiêu tuổi được kết hôn'],
  ['xin chào, làm ơn cho tôi biết cấm tiếp xúc là gì', 'cấm tiếp xúc là gì'],
  ['cam on ban, cho minh hoi nop don o dau', 'nop don o dau'],
  ['phóng viên hỏi: mục tiêu 1 nói gì', 'mục tiêu 1 nói gì'],
  ['Trưởng bản hỏi nhanh: mỗi quý mấy tin', 'mỗi quý mấy tin'],
  ['đánh vợ phạt bao nhiêu ạ, em cảm ơn', 'đánh vợ phạt bao nhiêu ạ, em'],
  ['Thưa ban tư vấn, nữ tiến sĩ năm 2030 bao nhiêu phần trăm', 'nữ tiến sĩ năm 2030 bao nhiêu phần trăm'],
  ['Kính gửi cán bộ, đánh vợ phạt bao nhiêu', 'đánh vợ phạt bao nhiêu'],
  ['e lướt fb thấy ghi đến 2025 phải 60% sếp là nữ, đúng vậy ko', 'nghe nói đến 2025 phải 60% sếp là nữ, đúng vậy ko'],
  ['Tôi đọc báo thấy nói là nghỉ 7 tháng', 'nghe nói nghỉ 7 tháng'],
  ['xin cấm tiếp xúc có mất phí không, em hỏi giúp chị em trong bản', 'xin cấm tiếp xúc có mất phí không'],
  ['đánh vợ phạt bao nhiêu, e hỏi để viết bảng tin', 'đánh vợ phạt bao nhiêu'],
  ['định kiến giới nghĩa là gì, nói cho tôi dễ hiểu để giảng lại cho các cháu.', 'định kiến giới nghĩa là gì'],
])('"%s" asks "%s"', (message, question) => {
  expect(withoutPoliteness(message)).toBe(question);
});

test.each([
  'đánh vợ phạt bao nhiêu',
  'nó xem tivi không nói gì với em',
  'cảm ơn bạn nhiều nhé',
  'chào bạn',
  'nhà trai hỏi cưới em: em không muốn lấy',
  'hỏi cưới bị ép thì sao',
  'em muốn ly hôn',
  'gửi đơn cho ban nào, hạn mấy ngày',
  'nó nói cho mọi người biết, xấu hổ lắm',
  '',
])('"%s" stays as it is', (message) => {
  expect(withoutPoliteness(message)).toBe(message);
});
