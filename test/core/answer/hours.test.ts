import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { untilHour } from '../../../src/core/answer/hours.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(message: string): string {
  const [passage] = library.knowledge.passages.values();
  if (!passage) throw new Error('no passage');
  const text = 'Trong 12 giờ từ khi nhận đề nghị, Chủ tịch phải quyết định.';
  return untilHour({ ...asItStands(passage), outcome: 'answer', text }, understand(message, library.names)).text;
}

test('the hour is reckoned from the one named', () => {
  expect(told('nộp đơn lúc 9 giờ sáng thì chậm nhất mấy giờ phải trả lời')).toContain('9 + 12 = 21 giờ cùng ngày');
  expect(told('nộp đơn lúc 8 giờ tối thì khi nào phải trả lời')).toContain('32 - 24 = 8 giờ hôm sau');
});

test('no hour named, nothing reckoned', () => {
  expect(told('bao lâu phải trả lời đơn')).not.toContain('Tính từ');
});
