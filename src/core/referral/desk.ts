import { addDays } from '../calendar.ts';
import { localDay } from '../local-day.ts';
import { spokenDay } from '../spoken-day.ts';

/** Hours of one kind of day: ISO week days (1 Monday … 7 Sunday), times as `HH:MM` in the province. */
export type Hours = { days: number[]; from: string; to: string };

/** The desk as the operator set it up. A desk exists only where people really answer. */
export type Desk = {
  /** Whose desk it is, as people read it. */
  name: string;
  /** Who reads a case, as people read it. */
  readers: string;
  hours: Hours[];
  /** Days without anybody, `YYYY-MM-DD`. */
  closedOn: string[];
  /** How long an answer may take within the hours. */
  promisedMinutes: number;
  /** Closed cases are destroyed after so many days. */
  keepClosedDays: number;
  /**
   * Whether somebody may ask for a person who has not agreed, when a life or a child is in danger (safety rule 23).
   * For the Centre and its lawyer to decide.
   */
  withoutTheirYes: boolean;
};

const minuteMs = 60_000;
const zoneMs = 7 * 60 * minuteMs;
/** How far ahead opening hours are looked for; holidays are shorter. */
const mostDays = 30;

type Span = { from: number; to: number };

/** Whether somebody is there at `now`. */
export function isOpen(desk: Desk, now: Date): boolean {
  return spansOf(desk, localDay(now)).some(({ from, to }) => from <= now.getTime() && now.getTime() < to);
}

/**
 * When something left at `now` must be answered: the promised minutes later, counted within the opening hours only. A
 * desk that does not open within a month gives that month's end.
 */
export function answerBy(desk: Desk, now: Date): Date {
  let left = desk.promisedMinutes * minuteMs;
  const today = localDay(now);
  for (let day = 0; day < mostDays; day++)
    for (const { from, to } of spansOf(desk, addDays(today, day))) {
      const begin = Math.max(from, now.getTime());
      if (begin >= to) continue;
      if (begin + left <= to) return new Date(begin + left);
      left -= to - begin;
    }
  return new Date(now.getTime() + mostDays * 24 * 60 * minuteMs);
}

/** The spans of a day in order, as times. */
function spansOf(desk: Desk, day: string): Span[] {
  if (desk.closedOn.includes(day)) return [];
  const start = Date.parse(`${day}T00:00:00Z`);
  const weekDay = new Date(start).getUTCDay() || 7;
  return desk.hours
    .filter(({ days }) => days.includes(weekDay))
    .map(({ from, to }) => ({ from: start + offset(from), to: start + offset(to) }))
    .sort((a, b) => a.from - b.from);
}

/** "07:30" as a distance from midnight UTC of the same day's date. */
function offset(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * minuteMs - zoneMs;
}

const dayNames = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** The hours as people read them: "thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ đến 17 giờ". */
export function spokenHours({ hours }: Desk): string {
  const groups = new Map<string, string[]>();
  for (const { days, from, to } of hours) {
    const said = spokenDays(days);
    groups.set(said, [...(groups.get(said) ?? []), `${spokenTime(from)} đến ${spokenTime(to)}`]);
  }
  return [...groups].map(([days, times]) => `${days}, ${times.join(' và ')}`).join('; ');
}

function spokenDays(days: number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 7) return 'mọi ngày';
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `${dayNames[first - 1]} đến ${dayNames[last - 1]}`;
  return sorted.map((day) => dayNames[day - 1]).join(', ');
}

function spokenTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return minute === 0 ? `${hour} giờ` : `${hour} giờ ${minute}`;
}

/** A moment as people read it on `now`: "9 giờ 15 hôm nay", "8 giờ 30 thứ Sáu, 27/11/2026". */
export function spokenMoment(moment: Date, now: Date): string {
  const there = new Date(moment.getTime() + zoneMs);
  const time = spokenTime(`${there.getUTCHours()}:${there.getUTCMinutes()}`);
  const [day, today] = [localDay(moment), localDay(now)];
  if (day === today) return `${time} hôm nay`;
  if (day === addDays(today, 1)) return `${time} ngày mai`;
  return `${time} ${dayNames[(there.getUTCDay() || 7) - 1]}, ${spokenDay(day)}`;
}
