import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/core/triage/features.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { generalise, makeWordClasses } from '../../../src/core/triage/word-classes.ts';

const classes = makeWordClasses({ partner: ['chồng', 'ông xã'], hit: ['đánh', 'đánh đập'], me: ['em'] });
const shown = (message: string) => {
  const { places, values } = featuresOf(hear(message), classes);
  return new Map(places.map((place, at) => [place, values[at] ?? 0]));
};

describe('what a message shows', () => {
  test('the same words typed in another way show much the same', () => {
    const [full, short] = [shown('chồng đánh em'), shown('ck đánh e')];
    expect([...short.keys()].every((place) => full.has(place))).toBe(true);
  });

  test('without diacritics only folded evidence is left, at full weight', () => {
    const [bare, full] = [shown('chong danh em'), shown('chồng đánh em')];
    const common = [...bare.keys()].filter((place) => full.has(place));
    expect(common.length).toBe(bare.size);
    for (const place of common) expect(full.get(place)).toBeCloseTo((bare.get(place) ?? 0) / 2);
  });

  test('words that fold alike stay apart where diacritics are typed', () => {
    const [hit, resigned] = [shown('đánh thôi nhé'), shown('đành thôi nhé')];
    expect([...hit.keys()].filter((place) => !resigned.has(place)).length).toBeGreaterThan(0);
  });

  test('a long message speaks no louder than a short one', () => {
    const loud = (message: string) =>
      Math.sqrt([...shown(message).values()].reduce((sum, value) => sum + value ** 2, 0));
    expect(loud('chồng đánh em '.repeat(40))).toBeCloseTo(loud('chồng đánh em tối qua'), 1);
  });

  test.each(['', '?!', '😭', 'a', 'ђ 漢字 ไทย', '\u0000\ud800'])('%j is read without harm', (message) => {
    for (const value of shown(message).values()) expect(Number.isFinite(value)).toBe(true);
  });
});

test('known phrases become the name of their class, the longest first', () => {
  const words = 'ông xã đánh đập em hoài'.split(' ');
  expect(generalise(words, classes.written, classes.longest)).toEqual(['<partner>', '<hit>', '<me>', 'hoài']);
});
