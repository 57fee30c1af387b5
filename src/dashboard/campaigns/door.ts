import type { Campaign, Plan, PlanProblem } from '../../core/broadcast/campaign.ts';
import type { Campaigns, Planned } from '../../core/broadcast/ports.ts';
import type { Daily } from '../../core/daily.ts';

/** A message as one channel shows it. */
export type Preview = { channel: string; texts: string[]; buttons: string[] };

/** What the pages of campaigns work with. */
export type CampaignDoor = {
  campaigns: Campaigns;
  /** Facts, days and hours of the knowledge as it is now. */
  daily: () => Daily;
  /** The plan with its hours and words; why not, when it cannot stand. Only facts that hold on its day stand. */
  check: (plan: Plan) => Planned | PlanProblem;
  /** One plan for each of so many days, as the knowledge has them. */
  series: (from: string, count: number, time: string) => Plan[];
  /** The message as people get it on each channel; `null` when it may not be sent any more. */
  preview: (message: Pick<Campaign, 'fact' | 'words' | 'dayName' | 'day'>) => Preview[] | null;
};
