import type { Channel } from '../update.ts';
import { type Beat, type MonthFigures, ofChannel, sumOf } from './figures.ts';
import { asking, type Kind } from './kinds.ts';
import type { Block } from './release.ts';

/** The figures that a page or a report is about: of some months, of one channel or all. */
export type Reading = { months: readonly MonthFigures[]; channel: Channel | null };

/** What may be told of the turns, paths beginning with the kind. */
export function turnsOf({ months, channel }: Reading): Block[] {
  return months.flatMap(({ turns }) => ofChannel(turns, channel));
}

/** Cases belong to no channel. */
export function casesOf({ months }: Reading): Block[] {
  return months.flatMap(({ cases }) => cases);
}

export function beatsOf({ months, channel }: Reading): Beat[] {
  return months.flatMap((one) => one.beats.filter((beat) => channel === null || beat.channel === channel));
}

export function peopleIn({ months, channel }: Reading): number {
  return months
    .flatMap(({ people }) => people)
    .filter((one) => channel === null || one.channel === channel)
    .reduce((sum, { n }) => sum + n, 0);
}

/** Turns of some kinds. What was pooled over several kinds is in none of them. */
export function turnsOfKinds(blocks: readonly Block[], some: readonly Kind[]): number {
  return some.reduce((sum, kind) => sum + sumOf(blocks, kind), 0);
}

/** Turns in which something was asked. */
export const askedIn = (blocks: readonly Block[]) => turnsOfKinds(blocks, asking);

export const isRunning = ({ months }: Reading) => months.some(({ running }) => running);
