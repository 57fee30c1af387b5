import { expect, test } from 'vitest';
import { withBefore } from '../../../src/core/answer/before.ts';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(id: string, message: string) {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return withBefore(asItStands(passage), passage, understand(message, library.names));
}

test('an old fine is told with its last day, and by how much it rose', () => {
  const { text, cites } = told('phat-cam-di-lam', 'cấm vợ đi làm trước đây phạt bao nhiêu, giờ tăng bao nhiêu');
  expect(text).toContain('Trước 1/5/2026 (nay hết hiệu lực): 3–5 triệu đồng');
  expect(text).toContain('10 - 5 = 5 triệu đồng');
  expect(cites).toContainEqual({ document: '125/2021/NĐ-CP', locator: 'Điều 13' });
});

test.each(['cấm vợ đi làm, mức phạt cũ với mức mới khác nhau sao', 'truoc thang 5/2026 cam vo di lam phat bao nhieu'])(
  '"%s" tells the old fine too',
  (message) => {
    expect(told('phat-cam-di-lam', message).text).toContain('(nay hết hiệu lực): 3–5 triệu đồng');
  },
);

test('an old fine is not told unasked', () => {
  expect(told('phat-cam-di-lam', 'cấm vợ đi làm phạt bao nhiêu').text).not.toContain('3–5');
});
