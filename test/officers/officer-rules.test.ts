import { expect, test } from 'vitest';
import { officerName } from '../../src/core/officers/officer.ts';
import { weakness } from '../../src/core/officers/password.ts';
import { waitMs, waitsFor } from '../../src/core/officers/patience.ts';
import { isAlive } from '../../src/core/officers/session.ts';

test.each([
  'matkhau12345678',
  'password1234567',
  'aaaaaaaaaaaaaaaa',
  'ngắn thôi',
  'lan.ca và một ít chữ',
  'LanCa 2026 mùa xuân',
  'HoaBan LaoCai 2026',
  'Lào Cai Sa Pa 2026',
  '123456789012345',
])('"%s" is too easy for lan.ca', (password) => {
  expect(weakness(password, 'lan.ca', ['Lào Cai', 'Sa Pa'])).not.toBeNull();
});

test.each(['bốn từ không liên quan', 'xe dap lua vang chim', 'kX9!vv-20pQz#w', 'con suối chảy qua bản'])(
  '"%s" may be used',
  (password) => {
    expect(weakness(password, 'lan.ca', ['Lào Cai', 'Sa Pa'])).toBeNull();
  },
);

test.each([
  [' Lan.Ca ', 'lan.ca'],
  ['ca-01', 'ca-01'],
  ['ab', null],
  ['lan ca', null],
  ['hoàng', null],
  ['.lan', null],
  ['a'.repeat(33), null],
])('the name %j is kept as %j', (typed, kept) => {
  expect(officerName(typed)).toBe(kept);
});

test('waiting grows from nothing to an hour and never shrinks', () => {
  const waits = Array.from({ length: 30 }, (_, count) => waitMs(count));
  expect(waits[5]).toBe(0);
  expect(waits[6]).toBe(10_000);
  expect(waits.at(-1)).toBe(3_600_000);
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
});

test('tries of yesterday are forgotten', () => {
  const lastAt = new Date('2026-11-25T01:00:00Z');
  expect(waitsFor({ count: 20, lastAt }, new Date('2026-11-25T01:30:00Z'))).toBe(1_800_000);
  expect(waitsFor({ count: 20, lastAt }, new Date('2026-11-26T01:00:00Z'))).toBe(0);
});

test('a visit ends to the millisecond', () => {
  const at = (minutes: number, ms = 0) => new Date(Date.parse('2026-11-26T01:00:00Z') + minutes * 60_000 + ms);
  const visit = { officer: 'a', stage: 'full', startedAt: at(0), seenAt: at(590) } as const;
  expect(isAlive(visit, at(600, -1))).toBe(true);
  expect(isAlive(visit, at(600))).toBe(false);
  expect(isAlive({ ...visit, seenAt: at(0) }, at(20, -1))).toBe(true);
  expect(isAlive({ ...visit, seenAt: at(0) }, at(20))).toBe(false);
});
