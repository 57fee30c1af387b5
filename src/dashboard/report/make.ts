import { localDay } from '../../core/local-day.ts';
import { monthOf } from '../../core/measures/month.ts';
import { buildReport } from '../../core/report/build.ts';
import type { Report } from '../../core/report/report.ts';
import { monthsOfYear, yearOf } from '../../core/report/year.ts';
import type { FiguresDoor } from '../figures/door.ts';

/** How many years can be reported on, this one included. */
const mostYears = 3;

/** Years that can be reported on, the latest first. */
export function reportYears(now: Date): number[] {
  const current = Number(localDay(now).slice(0, 4));
  return Array.from({ length: mostYears }, (_, at) => current - at);
}

/** The report of a year, or `null` when no month of it is over. */
export async function makeReport(door: FiguresDoor, year: number, now: Date): Promise<Report | null> {
  const today = localDay(now);
  const months = monthsOfYear(year, monthOf(today));
  const [figures, before] = await Promise.all([
    door.store.months(months, now),
    door.store.months(monthsOfYear(year - 1, monthOf(today)), now),
  ]);
  const told = yearOf(year, figures, before);
  const over = told.now.months.map(({ month }) => month);
  if (over.length === 0) return null;
  return buildReport({
    year: told,
    terms: await door.store.unanswered(over, null, now),
    names: door.names(),
    content: door.content(),
    ...door.published(),
    today,
    isDemo: await door.store.isDemo(),
  });
}
