import { isDay } from '../calendar.ts';
import type { DailyFact, SendingHours } from '../daily.ts';
import { isDiscreet } from '../discreet.ts';
import { localDay, localMoment } from '../local-day.ts';

/** Who a message is for: everybody who wants anything, or only those who want something each day. */
export type Audience = 'all' | 'daily';

/**
 * Where a message stands. 'planned' waits for a second person; 'withheld' was not sent because what it rests on changed, or
 * because its hours were over before it began.
 */
export const campaignStates = ['planned', 'approved', 'sending', 'done', 'stopped', 'withheld'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What becomes of each send; counted, and the send itself is forgotten. */
export const sendOutcomes = ['sent', 'refused', 'gone', 'uncertain', 'late'] as const;
export type SendOutcome = (typeof sendOutcomes)[number];
export type SendCounts = Record<SendOutcome | 'planned', number>;

/** What an officer plans: on a day, from a time on, one of the facts of the knowledge. */
export type Plan = {
  /** `YYYY-MM-DD`. */
  day: string;
  /** `HH:MM` in the province. */
  time: string;
  audience: Audience;
  /** What the day is called; `null` for an ordinary one. */
  dayName: string | null;
  /** Id of the fact. */
  fact: string;
};

/** A message on its way through approval and sending. `words` are the fact's as they were shown. */
export type Campaign = Omit<Plan, 'time'> & {
  id: number;
  startsAt: Date;
  endsAt: Date;
  words: string;
  state: CampaignState;
  madeBy: string;
  approvedBy: string | null;
  counts: SendCounts;
};

/** Why a plan cannot stand. */
export type PlanProblem = 'day' | 'past' | 'far' | 'hours' | 'fact' | 'day-name';

/** How many days ahead something may be planned. */
const mostDaysAhead = 400;
/** Words of an officer on a locked screen: short, and no figure that could be a telephone number. */
const mostNameChars = 60;
const dayMs = 86_400_000;

/** When a plan begins and must be over; or why it cannot stand. `facts` are those that hold on its day. */
export function planned(
  plan: Plan,
  facts: DailyFact[],
  hours: SendingHours,
  now: Date,
): { startsAt: Date; endsAt: Date; words: string } | PlanProblem {
  const [year = 0, month = 0, date = 0] = plan.day.split('-').map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plan.day) || !isDay(year, month, date)) return 'day';
  if (!/^\d{2}:\d{2}$/.test(plan.time) || plan.time < hours.from || plan.time >= hours.to) return 'hours';
  const startsAt = localMoment(plan.day, plan.time);
  if (startsAt <= now) return 'past';
  if (Date.parse(plan.day) - Date.parse(localDay(now)) > mostDaysAhead * dayMs) return 'far';
  const fact = facts.find(({ id }) => id === plan.fact);
  if (fact === undefined) return 'fact';
  if (plan.dayName !== null && !isDayName(plan.dayName)) return 'day-name';
  return { startsAt, endsAt: localMoment(plan.day, hours.to), words: fact.text };
}

/** Whether a name of a day may stand on a locked screen. */
export function isDayName(name: string): boolean {
  return (
    name.length >= 3 && name.length <= mostNameChars && isDiscreet(name) && !/\d{3}|[<>\n]|https?:|www\./i.test(name)
  );
}
