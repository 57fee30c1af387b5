import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { loadDesk } from '../../src/knowledge/desk.ts';
import { content } from '../fakes.ts';

const file = content.get('knowledge/desk.yaml') ?? '';

test('the desk that comes with the program takes nothing', () => {
  expect(loadDesk(file)?.staffed).toBe(false);
  expect(loadDesk(file)?.desk).toMatchObject({ withoutTheirYes: false, keepClosedDays: 90 });
  expect(loadDesk(undefined)).toBeNull();
});

test.each([
  ['from: "07:30"', 'from: "7h30"', /desk\.yaml:\d+: .*07:30/],
  ['to: "11:30"', 'to: "06:30"', /giờ đóng phải sau giờ mở/],
  ['days: [1, 2, 3, 4, 5]', 'days: [8]', /desk\.yaml:\d+/],
  ['promisedMinutes: 120', 'promisedMinutes: 1', /desk\.yaml:\d+/],
  ['name: Trung tâm Công tác xã hội', 'name: Trung tâm, gọi 0900 000 001', /không ghi số điện thoại/],
  ['withoutTheirYes: false', 'withoutYes: false', /desk\.yaml:\d+/],
])('"%s" written as "%s" is refused with file and line', (good, bad, says) => {
  expect(file).toContain(good);
  let told = '';
  try {
    loadDesk(file.replace(good, bad));
  } catch (error) {
    told = error instanceof AppError ? error.message : '';
  }
  expect(told).toMatch(says);
});
