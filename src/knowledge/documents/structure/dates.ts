/** A date as legal texts write it: "ngày 01 tháng 5 năm 2026", "01/5/2026", "01-05-2026". Three groups: day, month, year. */
export const writtenDate =
  '(?:ngày\\s+)?(\\d{1,2})(?:\\s+tháng\\s+|\\s?[/.-]\\s?)(\\d{1,2})(?:\\s+năm\\s+|\\s?[/.-]\\s?)(\\d{4})';

/** "2026-05-01" from its written parts, or `null` when there is no such day. */
export function isoDate(day = '', month = '', year = ''): string | null {
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const daysIn = [
    31,
    y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= (daysIn[m - 1] ?? 0) && y >= 1945)) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** The first date in a text, as `YYYY-MM-DD`, or `null`. */
export function firstDate(text: string): string | null {
  const [, day, month, year] = new RegExp(writtenDate, 'i').exec(text) ?? [];
  return isoDate(day, month, year);
}
