import { expect, test } from 'vitest';
import { clockOf, safeNow, spanWords, spokenCode } from '../../src/core/officers/case-words.ts';
import { unknownPhones } from '../../src/core/phones.ts';
// @ts-expect-error the browser's modules carry no types
import { warningsOf } from '../../src/dashboard/page/warnings.js';
import { loadDeskTemplates } from '../../src/knowledge/desk-templates.ts';
import { loadServices } from '../../src/knowledge/services.ts';
import { content } from '../fakes.ts';

const at = (time: string) => new Date(`2026-11-26T${time}:00+07:00`);

test.each([
  ['morning', '05:59', 'no'],
  ['morning', '06:00', 'yes'],
  ['morning', '11:00', 'no'],
  ['noon', '11:00', 'yes'],
  ['evening', '21:59', 'yes'],
  ['evening', '23:00', 'no'],
  ['any', '02:00', 'yes'],
  ['here', '09:00', 'never'],
] as const)('%s at %s: %s', (when, time, safe) => {
  expect(safeNow(when, at(time))).toBe(safe);
});

test('the clock turns late the moment after the promise', () => {
  expect(clockOf(at('09:00'), at('08:35'))).toEqual({ kind: 'due', ms: 25 * 60_000 });
  expect(clockOf(at('09:00'), at('09:00'))).toEqual({ kind: 'due', ms: 0 });
  expect(clockOf(at('09:00'), at('09:10'))).toEqual({ kind: 'late', ms: 10 * 60_000 });
  expect(clockOf(null, at('09:00'))).toEqual({ kind: 'answered' });
});

test.each([
  [30_000, '0 phút'],
  [25 * 60_000, '25 phút'],
  [3 * 3_600_000, '3 giờ'],
  [185 * 60_000, '3 giờ 5 phút'],
  [50 * 3_600_000, '2 ngày'],
])('%i ms is said as "%s"', (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});

test('a code is read in groups', () => {
  expect(spokenCode('a1b2c3d4e5f6')).toBe('a1b2 c3d4 e5f6');
});

const { templates, approved } = loadDeskTemplates(
  new URL('../../prompts/desk-templates.yaml', import.meta.url).pathname,
);
const directory = loadServices(content.get('knowledge/services.yaml') ?? '');

test.each(templates)('the template "$title" keeps the rules it is there for', ({ text }) => {
  expect(unknownPhones(text, directory, '2026-11-26')).toEqual([]);
  expect(warningsOf(text, { phones: ['113', '115', '111'], when: 'here', hour: 9 })).toEqual([]);
});

test('nobody approved the templates yet, and the file says so', () => {
  expect(approved).toBeNull();
});
