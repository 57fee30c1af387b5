import type { Campaign } from '../../core/broadcast/campaign.ts';

/** The columns of a message, as `campaignOf` reads them. */
export const columns = `campaign.id, to_char(campaign.day, 'YYYY-MM-DD') as day, starts_at, ends_at, audience, day_name, fact, words,
  state, made_by, approved_by, planned, sent, refused, gone, uncertain, late`;

export type Row = {
  id: string;
  day: string;
  starts_at: Date;
  ends_at: Date;
  audience: Campaign['audience'];
  day_name: string | null;
  fact: string;
  words: string;
  state: Campaign['state'];
  made_by: string;
  approved_by: string | null;
} & Campaign['counts'];

export function campaignOf(row: Row): Campaign {
  const { id, day, starts_at, ends_at, audience, day_name, fact, words, state, made_by, approved_by } = row;
  const { planned, sent, refused, gone, uncertain, late } = row;
  return {
    id: Number(id),
    day,
    startsAt: starts_at,
    endsAt: ends_at,
    audience,
    dayName: day_name,
    fact,
    words,
    state,
    madeBy: made_by,
    approvedBy: approved_by,
    counts: { planned, sent, refused, gone, uncertain, late },
  };
}
