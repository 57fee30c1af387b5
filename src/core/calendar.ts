/** Reckoning with calendar days, written `YYYY-MM-DD`. */

const dayMs = 86_400_000;

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Whether the three numbers are a day of the calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day;
}

export function dayFrom(year: number, month: number, day: number): string {
  return dayOf(Date.UTC(year, month - 1, day));
}

export function addDays(day: string, days: number): string {
  return dayOf(timeOf(day) + days * dayMs);
}

/** The same day so many months later; the last of the month where it has no such day (31/1 → 28/2). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return dayFrom(toYear, toMonth, Math.min(date, last));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayMs);
}

/** Whole months from one day to a later one. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1, fromDate = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDate = 1] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return toDate < fromDate && addMonths(from, months) > to ? months - 1 : months;
}
