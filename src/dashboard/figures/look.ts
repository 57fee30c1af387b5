import { localDay } from '../../core/local-day.ts';
import {
  addToMonth,
  isMonth,
  lengthOf,
  type Month,
  monthOf,
  monthsOf,
  previousOf,
  type Range,
} from '../../core/measures/month.ts';
import type { Reading } from '../../core/measures/reading.ts';
import type { Names } from '../../core/measures/words.ts';
import { channelNames } from '../../core/measures/words.ts';
import { may } from '../../core/officers/role.ts';
import type { Channel } from '../../core/update.ts';
import type { Ctx } from '../house.ts';
import { visitOf } from '../only.ts';
import type { FiguresDoor } from './door.ts';

/** What an officer wants to look at: whole months, and one channel or all. */
export type Asked = { range: Range; channel: Channel | null; today: string };

/** The figures asked for, beside those of as many months before. `mayWrite`: whoever looks may write cards. */
export type Look = Asked & {
  now: Reading;
  before: Reading;
  names: Names;
  door: FiguresDoor;
  at: Date;
  mayWrite: boolean;
};

/** The longest range, and how far back it may begin, in months. */
export const mostMonths = 36;

/** Channels that people use; the terminal is the operator's own. */
export const channels = (Object.keys(channelNames) as Channel[]).filter((one) => one !== 'terminal');

/** Reads the address. What is missing or cannot be is put right: this month, both ends in order, none to come. */
export function askedIn(query: (name: string) => string | undefined, now: Date): Asked {
  const today = localDay(now);
  const current = monthOf(today);
  const earliest = addToMonth(current, 1 - mostMonths);
  const monthIn = (name: string): Month => {
    const written = query(name) ?? '';
    if (!isMonth(written) || written > current) return current;
    return written < earliest ? earliest : written;
  };
  const [from, to] = [monthIn('tu'), monthIn(query('den') === undefined ? 'tu' : 'den')].sort();
  const channel = channels.find((one) => one === query('kenh')) ?? null;
  return { range: { from: from ?? current, to: to ?? current }, channel, today };
}

/** The figures for what is asked. */
export async function lookAt(c: Ctx, door: FiguresDoor, now: Date): Promise<Look> {
  const asked = askedIn((name) => c.req.query(name), now);
  const { range, channel } = asked;
  const months = await door.store.months([...monthsOf(previousOf(range)), ...monthsOf(range)], now);
  const length = lengthOf(range);
  return {
    ...asked,
    now: { months: months.slice(length), channel },
    before: { months: months.slice(0, length), channel },
    names: door.names(),
    door,
    at: now,
    mayWrite: may(visitOf(c).credentials.officer.role, 'content-write'),
  };
}

/** The same view as an address: what follows the path. */
export function viewOf(
  { range, channel }: Pick<Asked, 'range' | 'channel'>,
  more: Record<string, string> = {},
): string {
  const view = new URLSearchParams({
    tu: range.from,
    den: range.to,
    ...(channel === null ? {} : { kenh: channel }),
    ...more,
  });
  return `?${view}`;
}
