import { describe, expect, test } from 'vitest';
import { answerBy, isOpen, spokenHours, spokenMoment } from '../../src/core/referral/desk.ts';
import { testDesk } from '../desk.ts';

/** A time in the province. */
const at = (text: string) => new Date(`${text}:00+07:00`);

describe('the hours of the desk', () => {
  test.each([
    ['2026-11-26T07:29', false],
    ['2026-11-26T07:30', true],
    ['2026-11-26T11:29', true],
    ['2026-11-26T11:30', false],
    ['2026-11-26T13:00', true],
    ['2026-11-26T17:00', false],
    ['2026-11-26T23:30', false],
    ['2026-11-28T09:00', false],
    // A holiday, a Tuesday.
    ['2026-12-01T09:00', false],
  ])('at %s: %s', (time, open) => expect(isOpen(testDesk, at(time))).toBe(open));

  test.each([
    ['in the morning', '2026-11-26T08:00', '2026-11-26T10:00'],
    ['across noon', '2026-11-26T11:00', '2026-11-26T14:30'],
    ['in the evening', '2026-11-26T20:00', '2026-11-27T09:30'],
    ['across the night', '2026-11-26T16:30', '2026-11-27T09:00'],
    ['across the week-end', '2026-11-27T16:00', '2026-11-30T08:30'],
    ['before a holiday', '2026-11-30T17:30', '2026-12-02T09:30'],
    ['at the very end', '2026-11-26T15:00', '2026-11-26T17:00'],
  ])('what is left %s is promised within the hours', (_, left, promised) =>
    expect(answerBy(testDesk, at(left))).toEqual(at(promised)),
  );

  test('a desk that never opens promises a month and no sooner', () => {
    const never = { ...testDesk, closedOn: Array.from({ length: 40 }, (_, day) => `x${day}`), hours: [] };
    expect(answerBy(never, at('2026-11-26T08:00')).getTime()).toBeGreaterThan(at('2026-12-25T08:00').getTime());
  });

  test('are told as people say them', () => {
    expect(spokenHours(testDesk)).toBe('thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ đến 17 giờ');
    const mixed = [
      { days: [1, 2, 3, 4, 5, 6, 7], from: '06:00', to: '22:00' },
      { days: [6, 7], from: '08:00', to: '10:05' },
    ];
    expect(spokenHours({ ...testDesk, hours: mixed })).toBe(
      'mọi ngày, 6 giờ đến 22 giờ; thứ Bảy, Chủ nhật, 8 giờ đến 10 giờ 5',
    );
    const now = at('2026-11-26T08:00');
    expect(spokenMoment(at('2026-11-26T10:00'), now)).toBe('10 giờ hôm nay');
    expect(spokenMoment(at('2026-11-27T09:30'), now)).toBe('9 giờ 30 ngày mai');
    expect(spokenMoment(at('2026-11-30T08:05'), now)).toBe('8 giờ 5 thứ Hai, 30/11/2026');
  });
});
