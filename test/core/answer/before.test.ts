import { expect, test } from 'vitest';
import { withBefore } from '../../../src/core/answer/before.ts';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(id: string, message: string) {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return withBefore(asItStands(passage), passage, understand(message, library.names), '2026-11-28');
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

test.each(['năm 2020 đánh vợ bị phạt bao nhiêu', 'hoi 2022 danh vo phat may', 'trước 2025 đánh vợ phạt bao nhiêu'])(
  '"%s": the amount of today is not told as the one of then',
  (message) => {
    const answer = told('phat-danh-dap-nguoi-nha', message);
    expect(answer.outcome).toBe('decline');
    expect(answer.text).toMatch(/^Mức của thời đó theo quy định cũ thì mình không có\. Mức từ 15\/12\/2025:/);
  },
);

test.each(['lấy nhau từ năm 2015, giờ đánh vợ phạt bao nhiêu', 'năm 2026 đánh vợ phạt bao nhiêu'])(
  '"%s" asks of today',
  (message) => {
    expect(told('phat-danh-dap-nguoi-nha', message).outcome).not.toBe('decline');
  },
);

test('of a year in which the old fine held both are told', () => {
  expect(told('phat-cam-di-lam', 'năm 2024 cấm vợ đi làm phạt bao nhiêu').text).toContain('3–5 triệu đồng');
});

test('what happened in a month before a fine rose is told what it was then', () => {
  const { text } = told('phat-cam-di-lam', 'không cho vợ đi làm, hồi tháng 2 năm nay thì phạt bao nhiêu');
  expect(text).toMatch(/^Việc xong trước 1\/5\/2026 thì theo mức lúc đó: 3–5 triệu đồng\./);
});

test('a month of something else tells nothing of the old fine', () => {
  const { text } = told('phat-cam-di-lam', 'cưới từ tháng 2, giờ cấm vợ đi làm phạt bao nhiêu');
  expect(text).not.toContain('hết hiệu lực');
});
