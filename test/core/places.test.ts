import { expect, test } from 'vitest';
import { namedPlace } from '../../src/core/question/places.ts';

test.each([
  ['chi tieu 2 muc tieu 3', { objective: 3, indicator: 2 }],
  ['chi tieu 3 muc tieu 4 noi gi', { objective: 4, indicator: 3 }],
  ['muc tieu so ba', { objective: 3, indicator: null }],
  ['mt 5 ct 1', { objective: 5, indicator: 1 }],
  ['dieu 25 khoan 1 luat nay', { article: 25, clause: 1 }],
  ['khoan 1 diem a dieu 3', { article: 3, clause: 1, point: 'a' }],
  ['chi tieu nam 2030', { objective: null, indicator: null }],
  ['muc tieu 2030 la gi', { objective: null }],
  ['muc iv 6', { section: 'IV.6' }],
  ['phan ii noi gi', { section: 'II' }],
])('reads the place in "%s"', (folded, place) => expect(namedPlace(folded)).toMatchObject(place));
