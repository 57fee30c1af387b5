import { expect, test } from 'vitest';
import { byWordOf, isEnoughFor, maySay, neededBy, neededTogether } from '../../../src/core/care/needed.ts';

const slots = { person: ['chồng', 'người yêu'], none: [''] };

test('a phrase may be said only where one of its words is, the place with the fewest words deciding', () => {
  expect(neededBy(['{person} đánh', 'sợ * {person}'], slots)).toEqual(new Set(['danh', 'so']));
  expect(neededBy(['{person} *'], slots)).toEqual(new Set(['chong', 'nguoi']));
  expect(neededBy(['đi tòa'], slots)).toEqual(new Set(['toa']));
});

test('a phrase of which no word is sure may be said in any message', () => {
  expect(neededBy(['{none} *'], slots)).toEqual(new Set(['']));
  expect(neededBy(['{strange}'], slots)).toEqual(new Set(['']));
});

test('the places come in order, those for any message among them', () => {
  const byWord = byWordOf([new Set(['so']), new Set(['']), new Set(['chong', 'so'])]);
  expect(maySay(' em so chong ', byWord)).toEqual([0, 1, 2]);
  expect(maySay(' chong em ', byWord)).toEqual([1, 2]);
  expect(maySay(' xin chao ', byWord)).toEqual([1]);
});

test('a phrase is looked for only where each of its places has a word for it', () => {
  const together = neededTogether(['{person} đánh *', 'sợ {strange}'], slots);
  const enough = (words: string) => isEnoughFor(together, new Set(words.split(' ')));
  expect(enough('bi chong danh')).toBe(true);
  expect(enough('chong em')).toBe(false);
  expect(enough('so ma')).toBe(true);
  expect(isEnoughFor(neededTogether(['{none} *'], slots), new Set(['chao']))).toBe(true);
});
