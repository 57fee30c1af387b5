import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { untilDay } from '../../../src/core/answer/deadline.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(say: string, message: string): string {
  const [passage] = library.knowledge.passages.values();
  if (!passage) throw new Error('no passage');
  return untilDay(
    { ...asItStands(passage), outcome: 'answer', text: say },
    understand(message, library.names),
    '2026-11-24',
  ).text;
}

const file =
  'Hồ sơ nộp cho nơi làm việc trong 45 ngày kể từ khi hết thời gian nghỉ. Bảo hiểm giải quyết trong 07 ngày làm việc.';

test('the last day is reckoned from the day named', () => {
  expect(
    told(
      'Thời hiệu khiếu nại là 90 ngày kể từ khi nhận quyết định.',
      'nhận quyết định khiếu nại ngày 1/8/2026 thì hạn cuối là ngày nào',
    ),
  ).toContain('1/8/2026 + 90 ngày = 30/10/2026');
  expect(told(file, 'hết nghỉ ngày 1/10/2026 thì hạn chót nộp hồ sơ là ngày nào')).toContain(
    '1/10/2026 + 45 ngày = 15/11/2026',
  );
  expect(
    told('Tòa án cấm tiếp xúc không quá 04 tháng.', 'tòa cấm tiếp xúc từ ngày 1/11/2026 đến khi nào hết'),
  ).toContain('1/11/2026 + 4 tháng = 1/3/2027');
});

test('a span the person names is theirs', () => {
  expect(told('Mỗi lần không quá 03 ngày.', 'cấm tiếp xúc 2 ngày từ ngày 20/11/2026 thì hết ngày nào')).toContain(
    '+ 2 ngày = 22/11/2026',
  );
});

test.each([
  [file, 'hồ sơ nộp trong bao nhiêu ngày'],
  [
    'Cơ quan bảo hiểm giải quyết trong 07 ngày làm việc.',
    'nộp hồ sơ ngày 1/10/2026 thì chậm nhất ngày nào bảo hiểm giải quyết',
  ],
  ['Trong 05 ngày hoặc trong 10 ngày.', 'nộp ngày 1/10/2026 thì hạn chót ngày nào'],
])('"%s": nothing is reckoned for "%s"', (say, message) => {
  expect(told(say, message)).toBe(say);
});
