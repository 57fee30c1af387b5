import type { Table } from './table.ts';

/** How far the slope must have fallen, against the start, for a fit to count as done. */
const enough = 1e-3;
const remembered = 8;

/**
 * Logistic regression with an L2 penalty by L-BFGS: the weights that minimise Σ cost·log(1 + exp(−truth·w·x)) + λ/2·|w|².
 * `truth` is 1 or −1. Always the same result for the same input.
 */
export function fitWeights(
  table: Table,
  truth: Int8Array,
  cost: Float64Array,
  lambda: number,
  rounds: number,
): Float64Array {
  const size = table.size;
  let weights = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = lossOf(table, truth, cost, lambda, weights, slope);
  const firstSlope = Math.sqrt(dot(slope, slope));
  const steps: Array<{ moved: Float64Array; turned: Float64Array; share: number }> = [];
  for (let round = 0; round < rounds && Math.sqrt(dot(slope, slope)) > enough * firstSlope; round++) {
    const way = direction(slope, steps);
    const down = -dot(slope, way);
    let length = steps.length === 0 ? 1 / firstSlope : 1;
    let next = weights;
    const nextSlope = new Float64Array(size);
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 20; tries++, length /= 2) {
      next = weights.map((weight, at) => weight - length * (way[at] ?? 0));
      nextLoss = lossOf(table, truth, cost, lambda, next, nextSlope);
      if (nextLoss <= loss + 1e-4 * length * down) break;
    }
    if (nextLoss > loss) break;
    const moved = next.map((weight, at) => weight - (weights[at] ?? 0));
    const turned = nextSlope.map((one, at) => one - (slope[at] ?? 0));
    const curve = dot(moved, turned);
    if (curve > 1e-12) steps.push({ moved, turned, share: 1 / curve });
    if (steps.length > remembered) steps.shift();
    [weights, slope, loss] = [next, nextSlope, nextLoss];
  }
  return weights;
}

/** The slope bent by what the last steps showed of the curve (two-loop recursion). */
function direction(slope: Float64Array, steps: Array<{ moved: Float64Array; turned: Float64Array; share: number }>) {
  const way = Float64Array.from(slope);
  const pulls: number[] = [];
  for (const { moved, turned, share } of [...steps].reverse()) {
    const pull = share * dot(moved, way);
    pulls.push(pull);
    addTo(way, turned, -pull);
  }
  const last = steps[steps.length - 1];
  if (last) {
    const scale = 1 / (last.share * dot(last.turned, last.turned));
    for (let at = 0; at < way.length; at++) way[at] = (way[at] ?? 0) * scale;
  }
  for (const { moved, turned, share } of steps) addTo(way, moved, (pulls.pop() ?? 0) - share * dot(turned, way));
  return way;
}

/** The loss at `weights`; fills `slope` with its gradient. */
function lossOf(
  { start, at, value }: Table,
  truth: Int8Array,
  cost: Float64Array,
  lambda: number,
  weights: Float64Array,
  slope: Float64Array,
): number {
  let loss = (lambda / 2) * dot(weights, weights);
  for (let place = 0; place < weights.length; place++) slope[place] = lambda * (weights[place] ?? 0);
  for (let row = 0; row < truth.length; row++) {
    const from = start[row] ?? 0;
    const to = start[row + 1] ?? 0;
    let odds = 0;
    for (let k = from; k < to; k++) odds += (weights[at[k] ?? 0] ?? 0) * (value[k] ?? 0);
    const margin = odds * (truth[row] ?? 0);
    const away = Math.exp(-Math.abs(margin));
    loss += (cost[row] ?? 0) * (Math.log1p(away) + Math.max(0, -margin));
    const missed = (margin >= 0 ? away : 1) / (1 + away);
    const pull = -(cost[row] ?? 0) * (truth[row] ?? 0) * missed;
    for (let k = from; k < to; k++) {
      const place = at[k] ?? 0;
      slope[place] = (slope[place] ?? 0) + pull * (value[k] ?? 0);
    }
  }
  return loss;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTo(target: Float64Array, source: Float64Array, share: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) + share * (source[at] ?? 0);
}
