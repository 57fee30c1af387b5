/** A calendar month, `YYYY-MM`. Figures are told by whole months, so that no two ranges differ by a few days. */
export type Month = string;

/** Whole months, both ends counted. */
export type Range = { from: Month; to: Month };

export function isMonth(written: string): boolean {
  return /^20\d\d-(?:0[1-9]|1[0-2])$/.test(written);
}

/** The month a day (`YYYY-MM-DD`) lies in. */
export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function addToMonth(month: Month, months: number): Month {
  const index = indexOf(month) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** How many months a range has, at least 1. */
export function lengthOf({ from, to }: Range): number {
  return indexOf(to) - indexOf(from) + 1;
}

/** Its months, oldest first. */
export function monthsOf(range: Range): Month[] {
  return Array.from({ length: lengthOf(range) }, (_, at) => addToMonth(range.from, at));
}

/** As many months, right before. */
export function previousOf(range: Range): Range {
  const length = lengthOf(range);
  return { from: addToMonth(range.from, -length), to: addToMonth(range.to, -length) };
}

/** First day of the month. */
export function firstDay(month: Month): string {
  return `${month}-01`;
}

export function daysIn(month: Month): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** "11/2026". */
export function monthWords(month: Month): string {
  return `${Number(month.slice(5))}/${month.slice(0, 4)}`;
}

/** "tháng 11/2026", "quý III/2026", "năm 2026", or "từ tháng 3/2026 đến tháng 5/2026". */
export function rangeWords({ from, to }: Range): string {
  if (from === to) return `tháng ${monthWords(from)}`;
  const [year, first] = [from.slice(0, 4), Number(from.slice(5))];
  const length = lengthOf({ from, to });
  if (length === 12 && first === 1) return `năm ${year}`;
  if (length === 3 && first % 3 === 1) return `quý ${['I', 'II', 'III', 'IV'][(first - 1) / 3]}/${year}`;
  return `từ tháng ${monthWords(from)} đến tháng ${monthWords(to)}`;
}

function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
