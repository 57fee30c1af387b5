import { addDays, dayFrom, daysBetween } from '../calendar.ts';
import type { Knowledge } from '../knowledge.ts';

/** Where the plan says until when the yearly report is due, and where the knowledge says who takes it now. */
export const dueId = 'iii3-bao-cao-hang-nam';
export const takerId = 'bao-cao-gui-ai-bay-gio';

/** The day before which the plan wants the report of a year (`YYYY-MM-DD`), or `null` where it names none. */
export function dueDay({ passages }: Pick<Knowledge, 'passages'>, year: number): string | null {
  const [, day, month] = /trước ngày (\d{1,2})\/(\d{1,2})/.exec(passages.get(dueId)?.text ?? '') ?? [];
  return day && month ? dayFrom(year, Number(month), Number(day)) : null;
}

/** How long there is left, in a sentence. */
export function dueWords(due: string, today: string): string {
  const written = (day: string) => day.split('-').reverse().join('/');
  const last = addDays(due, -1);
  const left = daysBetween(today, last);
  if (left < 0) return `Hạn gửi là trước ngày ${written(due)}. Nay đã quá hạn.`;
  if (left === 0) return `Hạn gửi là trước ngày ${written(due)}. Hôm nay là ngày cuối.`;
  return `Hạn gửi là trước ngày ${written(due)}. Còn ${left} ngày.`;
}
