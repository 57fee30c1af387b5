import { expect, test } from 'vitest';
import { parseKnowledge } from '../../src/knowledge/load.ts';
import { content, library } from '../fakes.ts';

const { retirement, birthLeave } = library.knowledge;

/** The message with which start-up refuses the real content after `change`, or "accepted". */
function refusal(file: string, change: (text: string) => string): string {
  const files = new Map(content).set(file, change(content.get(file) ?? ''));
  try {
    parseKnowledge(files);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

test('the retirement roadmap runs from 2021 to 2035 in the steps the law sets', () => {
  const steps = retirement?.steps ?? [];
  expect(steps.map((one) => one.year)).toEqual(Array.from({ length: 15 }, (_, at) => 2021 + at));
  const months = (age: { years: number; months: number }) => age.years * 12 + age.months;
  for (const [at, { men, women }] of steps.entries()) {
    expect(months(men)).toBe(Math.min(60 * 12 + 3 + 3 * at, 62 * 12));
    expect(months(women)).toBe(55 * 12 + 4 + 4 * at);
  }
});

test('the leave of mother and father is there', () => {
  expect(birthLeave?.mother).toMatchObject({ months: 6, secondChildMonths: 7, monthsPerFurtherChild: 1 });
  expect(birthLeave?.father).toMatchObject({ days: 5, daysForTwins: 10, daysForTwinsWithSurgery: 14 });
});

test('a province without these rules starts all the same', () => {
  const files = new Map(content);
  files.delete('knowledge/retirement.yaml');
  files.delete('knowledge/birth-leave.yaml');
  files.delete('knowledge/pension.yaml');
  files.delete('knowledge/per-unit.yaml');
  files.delete('knowledge/ages.yaml');
  const without = { retirement: null, birthLeave: null, pension: null, perUnit: [], ages: [] };
  expect(parseKnowledge(files)).toMatchObject(without);
});

test('an age that is not in its article is refused with its line', () => {
  const message = refusal('knowledge/retirement.yaml', (text) =>
    text.replace('women: { years: 57', 'women: { years: 51'),
  );
  expect(message).toMatch(/retirement\.yaml:\d+: số 51 không có trong căn cứ/);
});

test('a missing year is refused', () => {
  expect(refusal('knowledge/retirement.yaml', (text) => text.replace(/.*year: 2027.*\n/, ''))).toMatch(
    /năm 2028 không liền sau năm 2026/,
  );
});

test('days that are not in the law are refused', () => {
  expect(refusal('knowledge/birth-leave.yaml', (text) => text.replace('days: 5', 'days: 77'))).toMatch(
    /birth-leave\.yaml:\d+: số 77 không có trong căn cứ/,
  );
});

test('a citation that does not exist is refused', () => {
  expect(refusal('knowledge/retirement.yaml', (text) => text.replace('Điều 5 }', 'Điều 999 }'))).toMatch(
    /căn cứ "Điều 999" của 135\/2020\/NĐ-CP chưa có/,
  );
});

test('a pension share, an amount for each unit, and an age that are not in the law are refused', () => {
  expect(refusal('knowledge/pension.yaml', (text) => text.replace('percent: 45', 'percent: 49'))).toMatch(
    /pension\.yaml:\d+: số 49 không có trong căn cứ/,
  );
  expect(refusal('knowledge/per-unit.yaml', (text) => text.replace('amount: 5060000', 'amount: 5060001'))).toMatch(
    /per-unit\.yaml:\d+: số 5060001 không có trong căn cứ/,
  );
  expect(refusal('knowledge/ages.yaml', (text) => text.replace('years: 16', 'years: 19'))).toMatch(
    /ages\.yaml:\d+: số 19 không có trong căn cứ/,
  );
});

test('a rule named twice, an age with both ends, and steps out of order are refused', () => {
  expect(refusal('knowledge/per-unit.yaml', (text) => text.replace('id: nghi-kham-thai', 'id: luong-co-so'))).toMatch(
    /mã "luong-co-so" đã dùng/,
  );
  expect(refusal('knowledge/ages.yaml', (text) => text.replace('until: { all: { years: 16 } }', 'met2: x'))).not.toBe(
    'accepted',
  );
  expect(refusal('knowledge/pension.yaml', (text) => text.replace('years: 20', 'years: 15'))).toMatch(/phải tăng dần/);
});

test('the amount of an old fine must stand in the place it cites', () => {
  const message = refusal('knowledge/amounts/phat-binh-dang-gioi.yaml', (text) =>
    text.replace('least: 3000000, most: 5000000, said: 3–5', 'least: 4500000, most: 5000000, said: 3–5'),
  );
  expect(message).toMatch(/phat-binh-dang-gioi\.yaml:\d+: số 4.5 không có trong căn cứ/);
});
