import { expect, test } from 'vitest';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const asks = (message: string) => [...understand(message, library.names).asks];

test.each(['giai đoạn 2 hơn giai đoạn 1 bao nhiêu tiền', 'giai doan 2 nhieu hon bao nhieu'])(
  '"%s" asks for a difference',
  (message) => expect(asks(message)).toContain('difference'),
);

test.each([
  'phat tao hon bao nhieu tien nam 2026',
  'lệ phí kết hôn bao nhiêu',
  'ly hôn mất mấy tháng',
  'hôn nhân bao nhiêu tuổi',
])('the "hôn" of marriage in "%s" asks for none', (message) => expect(asks(message)).not.toContain('difference'));

test('a polite end asks nothing, a doubting one does', () => {
  expect(asks('nghỉ bảy ngày được mấy tiền ạ')).not.toContain('check');
  expect(asks('nghỉ bảy ngày được tiền à')).toContain('check');
});
