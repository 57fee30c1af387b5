import type { MonthFigures } from '../measures/figures.ts';
import { type Month, monthWords } from '../measures/month.ts';
import type { Reading } from '../measures/reading.ts';

/** The months a report tells of, beside the same months of the year before. */
export type Year = {
  year: number;
  /** Months of the year that are over, on all channels. */
  now: Reading;
  /** The same months a year earlier; `null` when nothing is known of them. */
  before: Reading | null;
};

/** The months of a year up to `current`, and no later ones. */
export function monthsOfYear(year: number, current: Month): Month[] {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return months.filter((month) => month <= current);
}

/** Figures of two years in the order of the year; a month that still runs is left out of both. */
export function yearOf(year: number, now: readonly MonthFigures[], before: readonly MonthFigures[]): Year {
  const over = now.filter(({ running }) => !running);
  const places = new Set(over.map(({ month }) => month.slice(5)));
  const same = before.filter(({ month }) => places.has(month.slice(5)));
  return {
    year,
    now: { months: over, channel: null },
    before: same.some(isTold) ? { months: same, channel: null } : null,
  };
}

/** Whether anything at all is told of the month. */
const isTold = ({ turns, cases, people }: MonthFigures) => turns.length + cases.length + people.length > 0;

/** "từ tháng 1 đến hết tháng 10 năm 2026", for whole years "cả năm 2026". */
export function timeWords({ year, now }: Pick<Year, 'year' | 'now'>): string {
  const [first, last] = [now.months[0]?.month, now.months.at(-1)?.month];
  if (first === undefined || last === undefined) return `năm ${year}, chưa có tháng nào khép lại`;
  if (now.months.length === 12) return `cả năm ${year}`;
  const number = (month: Month) => Number(month.slice(5));
  return first === last
    ? `tháng ${monthWords(first)}`
    : `từ tháng ${number(first)} đến hết tháng ${number(last)} năm ${year}`;
}

/** The first of these months of which anything is told, when that is not the first of all. */
export function lateStart({ months }: Reading): Month | null {
  const at = months.findIndex(isTold);
  return at > 0 ? (months[at]?.month ?? null) : null;
}
