import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expand } from '../../../src/core/vietnamese/expand.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';
import { normalise } from '../../../src/core/vietnamese/normalise.ts';
import { readNumbers } from '../../../src/core/vietnamese/numbers.ts';

/** Any UTF-16 code units, lone surrogates included. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));
const pieces = fc
  .array(
    fc.constantFrom(
      ...'chồng đánh Ã ¬ á» › Ä ‘ º ƒ  dd aa oo w s j f 5 6 7 9 g i ú p . đ ư u u u e o à ̣ ̃ ́ а о с ｂ 𝐚 \u200b \ud83d \ude00 \ufffd \u00a0 \u00ad \u0090 % / 20 30 k tr năm hai mươi phần trăm'.split(
        ' ',
      ),
      ' ',
      ' ',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(units, pieces, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const syllables =
  'chồng em hay đánh tôi bị bạo lực gia đình luật bình đẳng giới người phụ nữ hòa khỏe thủy quý hoàn của được không giúp với tuổi kết hôn Ủy ban ĐIỀU 25 60% nghĩa loét trẻ'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 15 })
  .map((parts) => parts.join(' '));

test('cleaning is idempotent and never throws', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { clean } = normalise(text);
      expect(normalise(clean).clean).toBe(clean);
      expect(clean.normalize('NFC')).toBe(clean);
      expect(clean.isWellFormed?.() ?? true).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('the length is bounded', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 0, max: 30 }), (text, maxChars) => {
      const { clean } = normalise(text, { maxChars });
      expect([...clean].length).toBeLessThanOrEqual(maxChars);
      expect(normalise(clean, { maxChars }).clean).toBe(clean);
    }),
  );
});

test('composed and decomposed input are the same message', () => {
  fc.assert(
    fc.property(fc.oneof(anything, sentence), (text) => {
      expect(normalise(text.normalize('NFD'))).toEqual(normalise(text.normalize('NFC')));
    }),
  );
});

test('both tone placements are the same message', () => {
  const other: Record<string, string> = {
    hòa: 'hoà',
    khỏe: 'khoẻ',
    thủy: 'thuỷ',
    Ủy: 'Uỷ',
    của: 'cuả',
    nghĩa: 'nghiã',
  };
  fc.assert(
    fc.property(sentence, (text) => {
      const moved = text.replace(/\S+/g, (word) => other[word] ?? word);
      expect(normalise(moved)).toEqual(normalise(text));
    }),
  );
});

test('plain sentences come back as they are', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      expect(normalise(text).clean).toBe(text);
    }),
  );
});

test('zero-width characters change nothing', () => {
  const hidden = fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u202e', '\u200f');
  fc.assert(
    fc.property(sentence, fc.array(fc.tuple(fc.nat(80), hidden), { maxLength: 8 }), (text, holes) => {
      let holed = text.normalize('NFD');
      for (const [at, one] of holes) holed = holed.slice(0, at) + one + holed.slice(at);
      expect(normalise(holed)).toEqual(normalise(text));
    }),
  );
});

test('tokens follow each other inside the text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { clean, tokens } = normalise(text);
      let before = 0;
      for (const { raw, folded, start, end } of tokens) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(clean.length);
        expect(fold(raw)).toBe(folded);
        before = end;
      }
    }),
  );
});

test('fold is idempotent, and Vietnamese folds to ASCII', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
  fc.assert(
    fc.property(sentence, (text) => {
      expect(fold(text)).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test('expanding and reading numbers never throw, and mentions lie inside the message', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const tokens = expand(normalise(text).tokens);
      let before = 0;
      for (const { from, to, value } of readNumbers(tokens)) {
        expect(from).toBeGreaterThanOrEqual(before);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(tokens.length);
        expect(Number.isFinite(value)).toBe(true);
        before = to;
      }
    }),
  );
});

test('folding letter by letter and as a whole are the same', () => {
  // The arrow is no letter of any table, so that the whole text takes the longer way.
  fc.assert(
    fc.property(fc.oneof(anything, sentence), (text) => {
      expect(fold(`${text}→`)).toBe(`${fold(text)}→`);
    }),
  );
});
