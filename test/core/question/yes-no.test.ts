import { expect, test } from 'vitest';
import { yesNoOf } from '../../../src/core/question/yes-no.ts';

test.each([
  ['tat vo mot cai co phai bao luc gia dinh khong', 'wrong', false],
  ['danh vo lan dau thi khong bi phat dung khong', 'wrong', true],
  ['duoi viec khi mang thai co dung luat khong', 'lawful', false],
  ['bao con gai khong duoc hop ban co dung luat khong', 'lawful', false],
  ['quay roi phai so mo moi tinh chu nhan tin thi khong sao dung khong', 'lawful', false],
  ['vo co bau thi chong xin ly hon duoc khong', 'allowed', false],
  ['vo o nha thi ly hon khong duoc chia gi phai khong', 'allowed', true],
  ['nguoi ngheo ly hon co phai nop an phi khong', 'demanded', false],
  ['bao luc toi muc bi phat co duoc hoa giai khong', 'allowed', false],
  ['goi 111 co giu bi mat khong', 'so', false],
  ['nan nhan co bat buoc phai ngheo moi duoc luat su mien phi khong', 'demanded', false],
  ['phai dang ky moi duoc bao ve dung khong', 'demanded', false],
  ['so y te phu trach muc tieu 3 dung khong', 'so', false],
])('"%s" asks whether something is %s', (folded, frame, negated) => {
  expect(yesNoOf(folded)).toMatchObject({ frame, negated });
});

test.each([
  'danh vo phat bao nhieu',
  'ai quyet dinh cam tiep xuc',
  'cam tiep xuc o xa duoc may ngay a',
  'nop don o dau',
])('"%s" is not answered by yes or no', (folded) => {
  expect(yesNoOf(folded)).toBeNull();
});

test.each([
  ['phai danh nhieu lan moi tinh la bao luc gia dinh dung khong', true],
  ['chi khi gay thuong tich moi bi phat phai khong', true],
  ['danh nhieu lan co tinh la bao luc gia dinh khong', false],
  // That it is demanded is the question itself.
  ['phai dang ky moi duoc bao ve dung khong', false],
])('"%s" asks of that case alone: %s', (folded, only) => {
  expect(yesNoOf(folded)?.only).toBe(only);
});
