import { stride } from './listwise.ts';

/** One decision: its grounds, and whether it was right. */
export type Verdict = { grounds: number[]; right: boolean; weight?: number };

/** Weights of a logistic model of `right`, by full-batch Adam from zero; the same input gives the same weights. */
export function fitLogistic(verdicts: Verdict[], options: { steps: number; pull: number }): number[] {
  const width = verdicts[0]?.grounds.length ?? 0;
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= options.steps; step++) {
    const slope = new Float64Array(width);
    for (const { grounds, right, weight } of verdicts) {
      const off = ((chance(grounds, weights) - Number(right)) * (weight ?? 1)) / verdicts.length;
      for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + off * (grounds[at] ?? 0);
    }
    stride(weights, slope, first, second, step, options.pull);
  }
  return Array.from(weights, (one) => Number(one.toPrecision(5)));
}

/** The chance a logistic model gives, 0–1. */
export function chance(grounds: number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < grounds.length; at++) sum += (grounds[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
