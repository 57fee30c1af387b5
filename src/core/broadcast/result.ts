import { fives, least, release } from '../measures/release.ts';
import { type Campaign, type SendOutcome, sendOutcomes } from './campaign.ts';

/** What may be told of a message's counts: none under five, and none that can be reckoned from others. */
export type Told = {
  /** How many it reached or not, by what became of it; `null` names those that were too few by themselves, pooled. */
  parts: Array<{ outcome: SendOutcome | null; n: number }>;
  /** The sum of the parts; 0 when they were too few to be told. */
  total: number;
};

/** Of a message that came to its end, or one that still goes out: then only full fives are told. */
export function toldOf({ state, counts }: Pick<Campaign, 'state' | 'counts'>): Told {
  const parts =
    state === 'done'
      ? release(sendOutcomes.map((outcome) => ({ path: [outcome], n: counts[outcome] }))).map(({ path, n }) => ({
          outcome: sendOutcomes.find((one) => one === path[0]) ?? null,
          n,
        }))
      : sendOutcomes.map((outcome) => ({ outcome, n: fives(counts[outcome]) })).filter(({ n }) => n > 0);
  return { parts, total: parts.reduce((sum, { n }) => sum + n, 0) };
}

/** How far a message is, in full fives; `null` where they are too few to be told. */
export function progressOf({ counts }: Pick<Campaign, 'counts'>): { done: number; of: number } | null {
  if (counts.planned < least) return null;
  const done = sendOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return { done: fives(Math.min(done, counts.planned)), of: fives(counts.planned) };
}

/** A number of subscribers as it may be told. */
export function toldCount(n: number): string {
  return n < least ? `dưới ${least}` : `ít nhất ${fives(n)}`;
}
