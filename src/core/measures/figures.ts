import type { Channel } from '../update.ts';
import { type Kind, kinds } from './kinds.ts';
import type { Month } from './month.ts';
import type { Block } from './release.ts';

/** How many turns of a kind there were on a day and channel. True counts: only `beats` may read them. */
export type DayCount = { day: string; channel: Channel; kind: Kind; turns: number };

/** Fives of turns of one kind that became full on a day. */
export type Beat = { day: string; channel: Channel; kind: Kind; n: number };

/** What may be told of one month. Everything in it is safe to show, alone and together with all the rest. */
export type MonthFigures = {
  month: Month;
  /** The month is not over: kinds only, in full fives. */
  running: boolean;
  /** Of turns: paths begin with channel and kind (`leafOf`). */
  turns: Block[];
  /** Day by day, in full fives. */
  beats: Beat[];
  /** Of people a day and channel, summed over the days, in full fives; nobody is known from one day to the next. */
  people: Array<{ channel: Channel; n: number }>;
  /** Of cases at the desk: paths begin with what happened (`CaseStep`). */
  cases: Block[];
  /** Median minutes from a case to the first human reply; `null` for fewer than five replies. */
  firstReplyMinutes: number | null;
};

/** Steps of cases that are counted: handed over by people, answered by a human, closed, taken back, over the time. */
export const caseSteps = ['created', 'replied', 'closed', 'withdrawn', 'alarmed'] as const;
export type CaseStep = (typeof caseSteps)[number];

/** The sum of what may be told below a path; an empty path is everything. */
export function sumOf(blocks: readonly Block[], ...path: string[]): number {
  return blocks.reduce((sum, one) => sum + (liesIn(one, path) ? one.n : 0), 0);
}

export function liesIn({ path }: Block, above: readonly string[]): boolean {
  return above.every((step, at) => path[at] === step);
}

/** The blocks of one channel, or of all, without the step that names it. */
export function ofChannel(blocks: readonly Block[], channel: Channel | null): Block[] {
  return blocks
    .filter(({ path }) => channel === null || path[0] === channel)
    .map((one) => ({ ...one, path: one.path.slice(1) }));
}

/**
 * Blocks of several months or channels by the step at `depth` below `above`, most first. What was pooled comes last,
 * under the key `null`.
 */
export function byStep(
  blocks: readonly Block[],
  above: readonly string[],
  depth = above.length,
): Array<{ key: string | null; n: number; blocks: Block[] }> {
  const found = new Map<string | null, Block[]>();
  for (const one of blocks) {
    if (!liesIn(one, above)) continue;
    const key = one.path[depth] ?? null;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found]
    .map(([key, some]) => ({ key, n: sumOf(some), blocks: some }))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.n - a.n || compare(a.key, b.key));
}

const compare = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : 1);

/**
 * When fives of each kind and channel became full within a month. Whoever looks every day learns the same from the
 * running figures, so this tells nothing more.
 */
export function beats(days: readonly DayCount[], least: number): Beat[] {
  const full: Beat[] = [];
  const sums = new Map<string, number>();
  for (const { day, channel, kind, turns } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const key = `${channel}\n${kind}`;
    const before = sums.get(key) ?? 0;
    const after = before + turns;
    sums.set(key, after);
    const n = after - (after % least) - (before - (before % least));
    if (n > 0) full.push({ day, channel, kind, n });
  }
  return full;
}

export const isKind = (step: string): step is Kind => kinds.some((one) => one === step);
