import type { Knowledge } from './knowledge.ts';
import type { CampaignDay } from './news.ts';
import { holds } from './quiz.ts';

/** One thing worth knowing, short and harmless on a locked screen. */
export type DailyFact = {
  id: string;
  text: string;
  /** Id of the passage it rests on, and which of its places holds it; its first when absent. */
  passage: string;
  place?: string | undefined;
  /** Id of the campaign day it is for; absent when it fits any day. */
  day?: string | undefined;
  /** When somebody answerable agreed to it, `YYYY-MM-DD`; `null` when nobody has. */
  approved: string | null;
};

/** When something may be sent unasked, from and to, `HH:MM` in the province. */
export type SendingHours = { from: string; to: string };

export type Daily = { facts: DailyFact[]; days: CampaignDay[]; hours: SendingHours };

const dayMs = 86_400_000;

/**
 * What is told on `day` (`YYYY-MM-DD`): the same to everybody, another thing the next day, in turn. On a campaign day its
 * own fact if it has one; else `day` names it. `null` when nothing rests on what holds.
 */
export function todays({ facts, days }: Pick<Daily, 'facts' | 'days'>, knowledge: Knowledge, day: string) {
  const open = facts.filter((one) => holds(one.passage, knowledge, day));
  const marked = markedOn(days, day);
  const own = open.filter((one) => marked !== undefined && one.day === marked.id);
  const pool = own.length > 0 ? own : open.filter((one) => one.day === undefined);
  const fact = pool[Math.floor(Date.parse(day) / dayMs) % Math.max(1, pool.length)];
  return fact ? { fact, day: own.length > 0 ? null : (marked ?? null) } : null;
}

/** The campaign day that `day` (`YYYY-MM-DD`) is, or lies in. */
export function markedOn<D extends { from: string; to: string }>(days: D[], day: string): D | undefined {
  const monthDay = day.slice(5);
  return (
    days
      .filter((one) => one.from <= monthDay && monthDay <= one.to)
      // A day of its own outranks the month it lies in.
      .sort((a, b) => Number(a.from !== a.to) - Number(b.from !== b.to))[0]
  );
}
