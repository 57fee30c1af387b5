import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from '../../src/core/reply.ts';

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
