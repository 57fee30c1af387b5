import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/core/triage/features.ts';
import { type Heard, hear } from '../../../src/core/triage/hear.ts';
import { generalise, makeWordClasses } from '../../../src/core/triage/word-classes.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';

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

describe('what is counted of words', () => {
  const none = makeWordClasses({});
  const said = (text: string, marks: number): Heard => ({
    words: text.split(' ').map((raw) => ({ raw, folded: fold(raw), start: 0, end: 0 })),
    marks,
    ends: new Set(),
    faces: [],
  });
  const placesOf = (heard: Heard, known = none) => new Set(featuresOf(heard, known).places);
  const joint = (...texts: string[]) => {
    const [first = new Set<number>(), ...rest] = texts.map((text) => placesOf(said(text, 0)));
    return [...first].filter((place) => rest.every((other) => other.has(place))).length;
  };

  /** How many grams of each kind a text of different words and letters has, told by how often each value comes. */
  const kinds = (text: string, marks: number) => {
    const counts = new Map<string, number>();
    for (const value of featuresOf(said(text, marks), none).values)
      counts.set(value.toFixed(6), (counts.get(value.toFixed(6)) ?? 0) + 1);
    return counts;
  };
  const block = (weight: number, size: number) => [(weight / Math.sqrt(size)).toFixed(6), size] as const;

  test('one to three words in a row with the edges, pairs around others, three to six letters, each kind as loud as it is', () => {
    // "^ ab cd ef gh ij $": 7 single, 6 pairs, 5 threes. Pairs with one, two, three between: 3 + 2 + 1. Letters of " ab cd ef gh ij ".
    const letters = 14 + 13 + 12 + 11;
    expect(kinds('ab cd ef gh ij', 0)).toEqual(
      new Map([block(1, 18), block(0.7, 6), block(1.2, 18), block(1.2, letters)]),
    );
  });

  test('folded evidence speaks at half where all is typed with diacritics, and written evidence grows with their share', () => {
    const sum = (marks: number) =>
      featuresOf(said('áb cd', marks), none).values.reduce((all, one) => all + one ** 2, 0);
    // Two words: nothing stands between them. Of each view: 1 + 1.2² + 1.2², by trust².
    const whole = 1 + 2 * 1.2 ** 2;
    expect(sum(0)).toBeCloseTo(whole);
    expect(sum(0.1)).toBeCloseTo(whole * (0.25 ** 2 + 0.875 ** 2));
    expect(sum(0.2)).toBeCloseTo(whole * (0.5 ** 2 + 0.75 ** 2));
    for (const marks of [0.4, 0.7, 1]) expect(sum(marks)).toBeCloseTo(whole * (1 + 0.5 ** 2));
  });

  test('words far apart do not meet, in whatever order they come', () => {
    // The pair alone: three words stand between at most, so that a fourth parts them.
    const pairs = (text: string) => {
      const { places, values } = featuresOf(said(text, 0), none);
      const size = new Map<number, number>();
      for (const value of values) size.set(value, (size.get(value) ?? 0) + 1);
      const loud = [...size].find(([value, count]) => Math.abs(value - 0.7 / Math.sqrt(count)) < 1e-9)?.[0];
      return new Set(places.filter((_, at) => values[at] === loud));
    };
    const meets = (text: string, other: string) => [...pairs(text)].some((place) => pairs(other).has(place));
    expect(meets('ab x cd', 'ab y cd')).toBe(true);
    expect(meets('ab x y z cd', 'ab u cd')).toBe(true);
    expect(meets('ab x y z q cd', 'ab u cd')).toBe(false);
    expect(meets('ab cd', 'ab u cd')).toBe(false);
    expect(meets('cd x ab', 'ab y cd')).toBe(false);
  });

  test('the first and the last word are known as such, and order counts', () => {
    // Of words: each of the two alone. Of both in either order no more, but that both have edges.
    expect(joint('abcdefg hijklmn', 'hijklmn abcdefg')).toBeLessThan(joint('abcdefg hijklmn', 'abcdefg hijklmn'));
    const ends = (text: string) => placesOf(said(text, 0));
    expect([...ends('ab')].every((place) => ends('ab ab').has(place))).toBe(false);
  });

  test('a class stands for whatever was said of it, as long as its longest phrase', () => {
    const known = makeWordClasses({ hit: ['pq', 'rs tu vw'] });
    const shared = (one: string, other: string) =>
      [...placesOf(said(one, 0), known)].filter((place) => placesOf(said(other, 0), known).has(place)).length;
    // "^ <hit> kl $" has 4 single, 3 pairs, 2 threes of classes; three of the single ones are words alike as well.
    expect(shared('pq kl', 'rs tu vw kl')).toBeGreaterThanOrEqual(joint('pq kl', 'rs tu vw kl') + 9 - 4);
    expect(shared('pq kl', 'rs tu kl')).toBeLessThan(shared('pq kl', 'rs tu vw kl'));
  });

  test('a word, a pair, a class and letters alike in look are not taken for one another, nor written for folded', () => {
    const { places } = featuresOf(said('abc abc abc', 1), makeWordClasses({}));
    expect(new Set(places).size).toBe(places.length);
  });

  // The committed weights were learned for these very places: who changes them on purpose learns anew (npm run train).
  test('the places are the ones that the committed weights were learned for', () => {
    const all = featuresOf({ ...said('chồng lại đánh', 0.5), faces: ['cries'] }, makeWordClasses({ hit: ['đánh'] }));
    expect(all.places.length).toBe(151);
    expect(all.places.reduce((sum, place) => (sum ^ place) >>> 0, 0)).toBe(3604431379);
  });
});
