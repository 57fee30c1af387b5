import { expect, test } from 'vitest';
import type { Composed } from '../../../src/core/answer/composed.ts';
import { together } from '../../../src/core/answer/together.ts';

const answer = (text: string, locator: string): Composed => ({
  text,
  cites: [{ document: 'd', locator }],
  passages: [text],
  more: null,
  outcome: 'answer',
});

test('each question is answered with its own citation', () => {
  const both = together([
    { folded: 'bao nhieu tuoi duoc ket hon', composed: answer('Nữ từ đủ 18 tuổi.', 'Điều 8') },
    { folded: 'khong dang ky thi sao', composed: answer('Không được coi là vợ chồng.', 'Điều 9') },
  ]);
  expect(both?.text).toBe('Nữ từ đủ 18 tuổi.\n\nKhông được coi là vợ chồng.');
  expect(both?.cites).toHaveLength(2);
});

test('what the first answer holds already is not told again', () => {
  const first = answer('Phạt 5–10 triệu đồng.', 'Điều 37');
  const parts = [
    { folded: 'danh vo phat bao nhieu', composed: first },
    { folded: 'phat theo nghi dinh nao', composed: answer('Đánh đập bị phạt tiền.', 'Điều 37 khoản 2') },
  ];
  expect(together(parts)).toBe(first);
});

test('the same place is told again when its other figure is asked for', () => {
  const parts = [
    { folded: 'danh vo phat bao nhieu', composed: answer('Phạt 5–10 triệu đồng.', 'Điều 37') },
    { folded: 'doa danh thi phat bao nhieu', composed: answer('Phạt 2–4 triệu đồng.', 'Điều 37') },
  ];
  expect(together(parts)?.text).toContain('2–4 triệu');
});

test('the same place is told again when it holds another kind of fact', () => {
  const parts = [
    { folded: 'xin cam tiep xuc the nao', composed: answer('Nộp ở xã.', 'Điều 25') },
    { folded: 'duoc may ngay', composed: answer('Không quá 03 ngày.', 'Điều 25') },
  ];
  expect(together(parts)?.text).toContain('03 ngày');
});

test('a line that the first answer has is left out of the second', () => {
  const parts = [
    { folded: 'may phan tram nu', composed: answer('Ít nhất 35% là nữ.', 'Điều 8 khoản 3') },
    {
      folded: 'may phan tram dan toc',
      composed: answer('Ít nhất 18% là dân tộc.\nÍt nhất 35% là nữ.', 'Điều 8 khoản 2'),
    },
  ];
  expect(together(parts)?.text).toBe('Ít nhất 35% là nữ.\n\nÍt nhất 18% là dân tộc.');
});

test('what rests on the same place and tells something else is told too', () => {
  const who = answer('Được miễn phí nếu là hộ nghèo, trẻ em, người có công.', 'Điều 29');
  const papers = answer(
    'Gồm đơn; giấy chứng minh thuộc diện; giấy tờ về vụ việc. Nộp trực tiếp, qua bưu điện, fax hoặc điện tử.',
    'Điều 29',
  );
  const parts = [
    { folded: 'tro giup phap ly ai duoc', composed: who },
    { folded: 'ho so gom gi', composed: papers },
  ];
  expect(together(parts)?.text).toContain('giấy tờ về vụ việc');
});

test('a question without an answer is said to be open', () => {
  const partly = together([
    { folded: 'a', composed: answer('Có.', 'Điều 1') },
    { folded: 'b', composed: null },
  ]);
  expect(partly).toMatchObject({ outcome: 'answer' });
  expect(partly?.text).toContain('mình chưa có');
  expect(together([{ folded: 'a', composed: null }])).toBeNull();
});
