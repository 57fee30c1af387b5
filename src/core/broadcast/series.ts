import { addDays } from '../calendar.ts';
import { type Daily, markedOn, todays } from '../daily.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Plan } from './campaign.ts';

/**
 * One message for each of so many days, as the knowledge has them. The first day of a campaign is for everybody who wants
 * anything; the others, for those who want something each day. Days on which nothing may be told are left out.
 */
export function series(from: string, count: number, time: string, daily: Daily, knowledge: Knowledge): Plan[] {
  return Array.from({ length: count }, (_, at) => addDays(from, at)).flatMap((day): Plan[] => {
    const told = todays(daily, knowledge, day);
    if (!told) return [];
    const begins = markedOn(daily.days, day)?.from === day.slice(5);
    return [{ day, time, audience: begins ? 'all' : 'daily', dayName: told.day?.short ?? null, fact: told.fact.id }];
  });
}
