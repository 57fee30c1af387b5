import { expect, test } from 'vitest';
import { fold } from '../../../src/core/vietnamese/fold.ts';

test.each([
  ['Đánh ĐÀNH đảnh', 'danh danh danh'],
  ['Ủy ban nhân dân tỉnh Lào Cai', 'uy ban nhan dan tinh lao cai'],
  ['282/2025/NĐ-CP, 60 %', '282/2025/nd-cp, 60 %'],
  ['ươƯƠăâêô', 'uouoaaeo'],
  ['đã'.normalize('NFD'), 'da'],
  ['한국 Ελλάδα', '한국 ελλαδα'],
])('%s', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test('every Vietnamese letter folds to ASCII', () => {
  for (const vowel of 'aăâeêioôơuưy')
    for (const tone of ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'])
      for (const letter of [vowel + tone, (vowel + tone).toUpperCase()])
        expect(fold(letter.normalize('NFC'))).toMatch(/^[a-z]$/);
});
