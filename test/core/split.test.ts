import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from '../../src/core/split.ts';

test('parts fit, lose no word, and break between words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]{1,12}$/), { minLength: 1, maxLength: 200 }),
      (words) => {
        const text = words.join(' ');
        const parts = split(text, 100);
        expect(parts.every((part) => part.length <= 100)).toBe(true);
        expect(parts.join(' ')).toBe(text);
      },
    ),
  );
});

test('a word longer than the limit is cut without splitting a character pair', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), (shift) => {
      const parts = split(`${'a'.repeat(shift)}${'😀'.repeat(40)}`, 10);
      expect(parts.join('')).toBe(`${'a'.repeat(shift)}${'😀'.repeat(40)}`);
      expect(parts.every((part) => part.isWellFormed())).toBe(true);
    }),
  );
});

const pieces = [
  'Điều 25 khoản 1 điểm a',
  'Nghị định 125/2021/NĐ-CP',
  '1800 1768',
  '10–20 triệu đồng',
  '1.800.000 đồng',
  'ngày 1 tháng 7 năm 2026',
  'Mục tiêu 3, Chỉ tiêu 2',
  '18 tuổi',
];

test('no number, amount, date or citation is cut', () => {
  const word = fc.constantFrom('bạn', 'được', 'nghỉ', 'theo', 'và', 'mức', 'phạt', 'là', 'báo', 'xã.', 'thì', 'còn\n');
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.tuple(fc.constantFrom(...pieces), word)), { minLength: 5, maxLength: 120 }),
      fc.integer({ min: 60, max: 200 }),
      (words, maxChars) => {
        const text = words.flat().join(' ');
        const parts = split(text, maxChars);
        for (const piece of pieces) {
          const count = (where: string) => where.replace(/\s+/g, ' ').split(piece).length - 1;
          expect(parts.reduce((all, part) => all + count(part), 0)).toBe(count(text));
        }
      },
    ),
  );
});

test('a number in groups stays whole behind a place that seems to go on', () => {
  const text = `${'một '.repeat(9)}Mục tiêu 3, Chỉ tiêu 2 và 1800 1768`;
  expect(split(text, text.length - 3).join('|')).toContain('1800 1768');
});

test('a part ends with a paragraph or a sentence where one ends late enough', () => {
  expect(split(`${'a '.repeat(30)}hết.\n${'b '.repeat(15)}`, 80)).toEqual([
    `${'a '.repeat(30)}hết.`,
    'b '.repeat(15).trim(),
  ]);
});

test('letters with marks of their own and joined emoji stay whole', () => {
  const parts = split('e\u0302\u0301'.repeat(20) + '👩‍👩‍👧'.repeat(10), 10);
  expect(parts.join('')).toBe('e\u0302\u0301'.repeat(20) + '👩‍👩‍👧'.repeat(10));
  expect(parts.every((part) => !/^[\u0300-\u036f\u200d]/.test(part))).toBe(true);
});
