import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayFrom, daysBetween, isDay, monthsBetween } from '../../src/core/calendar.ts';

const day = fc
  .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => dayFrom(year, month, date));

test('days added are days between', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
});

test('months added are whole months between, and a day less is a month less', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 900 }), (from, months) => {
      const to = addMonths(from, months);
      expect(monthsBetween(from, to)).toBe(months);
      expect(monthsBetween(from, addDays(to, -1))).toBe(months - 1);
    }),
  );
});

test('a month without the day ends on its last', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(isDay(2026, 2, 29)).toBe(false);
  expect(isDay(2026, 13, 1)).toBe(false);
});
