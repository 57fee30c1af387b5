import { expect, test } from 'vitest';
// @ts-expect-error the browser's modules carry no types
import { warningsOf } from '../../src/dashboard/page/warnings.js';

const phones = ['113', '115', '111', '19009696'];
const warned = (text: string, when = 'morning'): string => warningsOf(text, { phones, when, hour: 15 }).join('\n');

test.each([
  ['Bạn gọi 0912 345 678 nhé.', '0912345678'],
  ['Bạn gọi +84 912 345 678.', '0912345678'],
  ['Tổng đài 1800 1234 miễn phí.', '18001234'],
  ['Gọi số 119 ngay.', '119'],
  ['Nhà tạm lánh ở số nhà 12, phố Chợ.', 'địa chỉ'],
  ['Bạn tới mái ấm ở thôn Đầu Suối.', 'địa chỉ'],
  ['Tại sao bạn không nói sớm?', 'trách'],
  ['Chị cố nhịn vì các cháu.', 'nhịn'],
  ['Hai vợ chồng nên hoà giải.', 'Hoà giải'],
  ['Bạn nên ly hôn đi.', 'quyết thay'],
  ['Bạn an toàn rồi.', 'hứa'],
  ['Tối nay 20 giờ mình gọi điện cho bạn.', 'ngoài giờ an toàn'],
  ['Mình gọi lại cho bạn lúc 8 giờ tối.', 'ngoài giờ an toàn'],
  ['Chiều mai mình gọi điện cho bạn.', 'ngoài giờ an toàn'],
  ['Mình gọi điện cho bạn ngay bây giờ nhé.', 'ngoài giờ an toàn'],
  ['Chỗ ở tạm cạnh chợ còn chỗ.', 'địa chỉ'],
])('"%s" is warned of', (text, why) => {
  expect(warned(text)).toContain(why);
});

test.each([
  'Bạn gọi 113, bị thương gọi 115.',
  'Tổng đài 1900 96 96 nghe từ 8 giờ.',
  'Theo Điều 25, nghị định 144/2021/NĐ-CP, phạt 5.000.000 đồng.',
  'Mình gọi điện cho bạn lúc 9 giờ sáng nhé.',
  'Sáng mai mình gọi điện cho bạn.',
  'Chiều mai mình trả lời bạn ở đây.',
  'Trung tâm có chỗ ở tạm. Bạn cho mình biết lúc nào bạn đi được.',
  'Cảm ơn bạn đã viết. Bạn cần điều gì nhất?',
])('"%s" is not', (text) => {
  expect(warned(text)).toBe('');
});

test('whoever chose to be answered here only is not to be called, and an empty reply is none', () => {
  expect(warned('Mình gọi điện cho bạn lúc 9 giờ.', 'here')).toContain('chỉ nhận trả lời ở đây');
  expect(warned('Mình gọi lại cho bạn nhé.', 'any')).toBe('');
  expect(warned('Chiều nay mình gọi điện cho bạn, ngay bây giờ cũng được.', 'afternoon')).toBe('');
  expect(warned('  ')).toContain('Chưa có chữ nào');
});
