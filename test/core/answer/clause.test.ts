import { expect, test } from 'vitest';
import { withClause, withCrime } from '../../../src/core/answer/clause.ts';
import { asItStands } from '../../../src/core/answer/composed.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const passage = [...library.knowledge.passages.values()].find(
  (one) => one.document === '100/2015/QH13' && one.locator === 'Điều 134',
) as Passage;
const ask = (message: string) => understand(message, library.names);

test('a clause that the plain answer passes over is told when it is asked for', () => {
  const { text } = withClause(asItStands(passage), passage, ask('chuẩn bị a-xít mà chưa tạt'), library);
  expect(text).toContain('chuẩn bị hung khí');
});

test('what stands in brackets is told whole', () => {
  const text =
    'Điều này có ba khoản: được nghỉ 6 tháng (đẻ con thứ hai thì 7 tháng; đẻ đôi thì thêm một tháng cho mỗi con); chuẩn bị hung khí thì nói ở khoản hai; còn lại theo luật về bảo hiểm.';
  const clauseOf = (message: string) =>
    withClause({ ...asItStands(passage), text: 'Có.' }, { ...passage, say: 'Có.', text }, ask(message), library).text;
  expect(clauseOf('đẻ đôi được nghỉ mấy tháng')).toBe(
    'Có.\nĐược nghỉ 6 tháng (đẻ con thứ hai thì 7 tháng; đẻ đôi thì thêm một tháng cho mỗi con)',
  );
  expect(clauseOf('chuẩn bị hung khí thì sao')).toBe('Có.\nChuẩn bị hung khí thì nói ở khoản hai.');
});

test('what a list is announced with is not told with one part of it', () => {
  const text =
    'Khoản 1 nêu các quyền của người bị bạo lực gia đình, từ điểm a đến điểm h: yêu cầu được bảo vệ; có nơi tạm lánh; được trợ giúp pháp lý; được bồi thường thiệt hại đã xảy ra. Khoản 2: người đó cung cấp thông tin, tài liệu cho nơi có thẩm quyền.';
  const clauseOf = (message: string) =>
    withClause({ ...asItStands(passage), text: 'Có.' }, { ...passage, say: 'Có.', text }, ask(message), library).text;
  expect(clauseOf('yêu cầu bảo vệ')).toBe('Có.\nYêu cầu được bảo vệ.');
  // Control: the number of a clause announces no list.
  expect(clauseOf('phải cung cấp tài liệu gì')).toBe(
    'Có.\nKhoản 2: người đó cung cấp thông tin, tài liệu cho nơi có thẩm quyền.',
  );
});

test('an answer that tells all that is asked stays as it is', () => {
  const plain = asItStands(passage);
  expect(withClause(plain, passage, ask('dùng hung khí gây thương tích bị tù mấy năm'), library)).toEqual(plain);
});

test('the crime is named where it is asked for and not said', () => {
  const { text } = withCrime({ ...asItStands(passage), text: 'Bị tù 2–7 năm.' }, passage, ask('đánh người là tội gì'));
  expect(text).toContain('tội cố ý gây thương tích');
});
