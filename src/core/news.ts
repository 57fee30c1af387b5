import type { Knowledge } from './knowledge.ts';
import { holdsOn } from './passage.ts';

/** A day or a stretch of days that comes every year; `from` and `to` are `MM-DD`, both included; `short` is harmless on any screen. */
export type CampaignDay = { id: string; name: string; short: string; from: string; to: string; passage: string };

/** A short item for a commune's loudspeakers and pages, written to be read aloud. */
export type NewsItem = {
  id: string;
  title: string;
  text: string;
  /** Ids of the passages it rests on. */
  passages: string[];
  /** Id of the campaign day it is for; absent when it fits any time. */
  day?: string | undefined;
  /** When somebody answerable agreed to it, `YYYY-MM-DD`; `null` when nobody has. */
  approved: string | null;
};

export type Quarter = { year: number; number: 1 | 2 | 3 | 4 };

/** How many items a commune must have each quarter (the plan, objective 6, indicator 3). */
export const itemsPerQuarter = 4;

/** "2026-Q4" read; `null` for anything else. */
export function parseQuarter(text: string): Quarter | null {
  const [, year, number] = /^(20\d\d)-?[qQ]([1-4])$/.exec(text.trim()) ?? [];
  return year && number ? { year: Number(year), number: Number(number) as Quarter['number'] } : null;
}

/** The first and the last day of a quarter, `YYYY-MM-DD`. */
export function spanOf({ year, number }: Quarter): { first: string; last: string } {
  const month = (number - 1) * 3 + 1;
  const two = (value: number) => String(value).padStart(2, '0');
  const lastDay = number === 1 || number === 4 ? 31 : 30;
  return { first: `${year}-${two(month)}-01`, last: `${year}-${two(month + 2)}-${lastDay}` };
}

/** The campaign days that begin in a quarter, in the order of the year. */
export function daysIn(days: CampaignDay[], quarter: Quarter): CampaignDay[] {
  const { first, last } = spanOf(quarter);
  return days
    .filter((day) => first.slice(5) <= day.from && day.from <= last.slice(5))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The items of a quarter, at most four: first those for its days, then others in turn, so that neighbouring quarters do
 * not tell the same. Only what rests on law that holds on the first and on the last day of the quarter.
 */
export function newsOf(items: NewsItem[], days: CampaignDay[], quarter: Quarter, knowledge: Knowledge): NewsItem[] {
  const usable = items.filter((item) => holdsThrough(item, quarter, knowledge));
  const tied = daysIn(days, quarter).flatMap((day) => usable.filter((item) => item.day === day.id).slice(0, 1));
  const free = usable.filter((item) => item.day === undefined);
  const start = free.length === 0 ? 0 : ((quarter.year * 4 + quarter.number) * itemsPerQuarter) % free.length;
  return [...tied, ...free.slice(start), ...free.slice(0, start)].slice(0, itemsPerQuarter);
}

/** Whether all an item rests on is law through the whole quarter, as far as is known. */
export function holdsThrough({ passages }: NewsItem, quarter: Quarter, knowledge: Knowledge): boolean {
  const { first, last } = spanOf(quarter);
  return passages.every((id) => {
    const passage = knowledge.passages.get(id);
    return passage !== undefined && holdsOn(passage, first) && holdsOn(passage, last);
  });
}
