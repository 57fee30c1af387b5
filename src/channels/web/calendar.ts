import { localDay } from '../../core/local-day.ts';

export type Month = { year: number; month: number };

/** The month of `YYYY-MM` between 1900 and 2100, or `null`. */
export function parseMonth(text: string | undefined): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text ?? '')?.map(Number) ?? [];
  if (year === undefined || month === undefined) return null;
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 ? { year, month } : null;
}

/** The month and day it is in Viet Nam. */
export function todayOf(now: Date): Month & { day: number } {
  const [year = 0, month = 0, day = 0] = localDay(now).split('-').map(Number);
  return { year, month, day };
}

/** The sheet of one month as markup, Monday first: dates only, today marked. */
export function calendarSheet({ year, month }: Month, now: Date): string {
  const today = todayOf(now);
  const blanks = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = [
    ...Array.from({ length: blanks }, () => '<td></td>'),
    ...Array.from({ length: days }, (_, at) => {
      const isToday = today.year === year && today.month === month && today.day === at + 1;
      return isToday ? `<td class="nay" aria-current="date">${at + 1}</td>` : `<td>${at + 1}</td>`;
    }),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7));
  const rows = weeks.map((week) => `<tr>${week.join('').concat('<td></td>'.repeat(7 - week.length))}</tr>`);
  return `<main class="lich">
<h1>Tháng ${month} <span>${year}</span></h1>
<nav aria-label="Chuyển tháng"><a href="/lich?thang=${step(year, month, -1)}">Tháng trước</a><a href="/lich">Hôm nay</a><a href="/lich?thang=${step(year, month, 1)}">Tháng sau</a></nav>
<table><thead><tr>${weekdays}</tr></thead><tbody>${rows.join('')}</tbody></table>
</main>`;
}

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'].map((day) => `<th scope="col">${day}</th>`).join('');

function step(year: number, month: number, by: number): string {
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The whole cover page: an ordinary calendar, with nothing of the chat in it. */
export function calendarPage(month: Month, now: Date): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Lịch tháng ${month.month} năm ${month.year}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/calendar.css"></head>
<body>${calendarSheet(month, now)}</body></html>`;
}
