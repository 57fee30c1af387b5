/** One question's candidates: their features, and which of them are right. */
export type Choice = { features: number[][]; right: boolean[]; weight?: number };

/** Steps, and how strongly weights are held near zero. Chosen by cross-validation. */
export type FitOptions = { steps: number; pull: number };

/**
 * Weights of a linear model that makes a right candidate the likeliest of each question (softmax over the candidates,
 * several right ones together). Full-batch Adam from zero: the same input gives the same weights, bit for bit.
 * Questions without a right candidate teach nothing and are left out. Features are scaled inside; the weights given
 * back fit the features as they came.
 */
export function fitListwise(choices: Choice[], options: FitOptions): number[] {
  const useful = choices.filter((one) => one.right.some(Boolean) && !one.right.every(Boolean));
  const width = useful[0]?.features[0]?.length ?? 0;
  const scale = spreads(useful, width);
  const flat = useful.map((one) => ({
    rows: one.features.map((row) => Float64Array.from(row, (value, at) => value / (scale[at] ?? 1))),
    right: one.right,
    weight: one.weight ?? 1,
  }));
  const all = flat.reduce((sum, one) => sum + one.weight, 0);
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= options.steps; step++) {
    const slope = new Float64Array(width);
    for (const { rows, right, weight } of flat) {
      const scores = rows.map((row) => dot(row, weights));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const whole = shares.reduce((sum, one) => sum + one, 0);
      const good = shares.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0);
      rows.forEach((row, at) => {
        const share = shares[at] ?? 0;
        const pushed = (share / whole - (right[at] ? share / Math.max(good, 1e-300) : 0)) * (weight / all);
        if (pushed !== 0)
          for (let each = 0; each < width; each++) slope[each] = (slope[each] ?? 0) + pushed * (row[each] ?? 0);
      });
    }
    stride(weights, slope, first, second, step, options.pull);
  }
  return Array.from(weights, (weight, at) => round(weight / (scale[at] ?? 1)));
}

/** One step of Adam with a pull toward zero. */
export function stride(
  weights: Float64Array,
  slope: Float64Array,
  first: Float64Array,
  second: Float64Array,
  step: number,
  pull: number,
  pace = 0.05,
): void {
  for (let at = 0; at < weights.length; at++) {
    const whole = (slope[at] ?? 0) + pull * (weights[at] ?? 0);
    const one = 0.9 * (first[at] ?? 0) + 0.1 * whole;
    const two = 0.999 * (second[at] ?? 0) + 0.001 * whole * whole;
    first[at] = one;
    second[at] = two;
    weights[at] =
      (weights[at] ?? 0) - (pace * (one / (1 - 0.9 ** step))) / (Math.sqrt(two / (1 - 0.999 ** step)) + 1e-8);
  }
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** How far each feature spreads around its mean; 1 where it never changes. */
function spreads(choices: Choice[], width: number): number[] {
  const rows = choices.flatMap((one) => one.features);
  return Array.from({ length: width }, (_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
    const spread = Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length);
    return spread > 1e-9 ? spread : 1;
  });
}

function round(value: number): number {
  return Number(value.toPrecision(5));
}
