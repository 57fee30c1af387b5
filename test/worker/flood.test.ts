import { expect, test } from 'vitest';
import { makeFlood } from '../../src/worker/flood.ts';

const start = Date.UTC(2026, 10, 1);
const at = (seconds: number) => new Date(start + seconds * 1_000);

test('thirty in a minute are answered, the next is told, the rest is dropped until the minute is over', () => {
  const flood = makeFlood();
  const takes = (seconds: number) => flood.takes('a', at(seconds));
  expect(Array.from({ length: 30 }, (_, nth) => takes(nth))).toEqual(Array(30).fill('answer'));
  expect([takes(31), takes(40), takes(59)]).toEqual(['tell', 'drop', 'drop']);
  expect(flood.takes('b', at(59))).toBe('answer');
  expect(takes(60)).toBe('answer');
});
