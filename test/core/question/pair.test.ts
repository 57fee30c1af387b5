import { expect, test } from 'vitest';
import { pairOf } from '../../../src/core/question/pair.ts';

test.each([
  [
    'Tội mua bán người với tội mua bán người dưới 16 tuổi, khung đầu mỗi tội mấy năm tù?',
    ['Tội mua bán người khung đầu mấy năm tù', 'tội mua bán người dưới 16 tuổi khung đầu mấy năm tù'],
  ],
  [
    'mức phạt của đánh vợ và chửi vợ khác nhau thế nào',
    ['mức phạt của đánh vợ thế nào', 'mức phạt của chửi vợ thế nào'],
  ],
  [
    'phat danh vo va phat doa vo moi viec bao nhieu tien',
    ['phat danh vo bao nhieu tien', 'phat doa vo bao nhieu tien'],
  ],
  [
    'cấm tiếp xúc ở xã với cấm tiếp xúc ở tòa thì mỗi cái mấy ngày',
    ['cấm tiếp xúc ở xã mấy ngày', 'cấm tiếp xúc ở tòa mấy ngày'],
  ],
  [
    'Danh sách ứng cử Quốc hội phải có ít nhất mấy phần trăm nữ, mấy phần trăm người dân tộc?',
    [
      'Danh sách ứng cử Quốc hội phải có ít nhất mấy phần trăm nữ',
      'Danh sách ứng cử Quốc hội phải có ít nhất mấy phần trăm người dân tộc',
    ],
  ],
])('"%s" asks the same of two things', (message, questions) => {
  expect(pairOf(message)).toEqual(questions);
});

test.each([
  'tuổi nghỉ hưu của nam và nữ khác nhau thế nào',
  'vợ với chồng mỗi người được nghỉ mấy ngày',
  'hồ sơ ly hôn và thủ tục ly hôn thế nào',
  'vợ và chồng có quyền ngang nhau không',
  'sinh con và nghỉ việc thì được gì',
  'chỉ tiêu nữ tiến sĩ 2025 với 2030 chênh nhau bao nhiêu',
])('"%s" is one question', (message) => {
  expect(pairOf(message)).toBeNull();
});
