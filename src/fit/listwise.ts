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
  const rows = scaledRows(useful, scale);
  const all = useful.reduce((sum, one) => sum + (one.weight ?? 1), 0);
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  const shares = new Float64Array(Math.max(0, ...useful.map((one) => one.right.length)));
  for (let step = 1; step <= options.steps; step++) {
    const slope = new Float64Array(width);
    let from = 0;
    for (const { right, weight } of useful) {
      let top = Number.NEGATIVE_INFINITY;
      for (let row = 0; row < right.length; row++) {
        shares[row] = dot(rows, from + row * width, weights);
        top = Math.max(top, shares[row] ?? 0);
      }
      let [whole, good] = [0, 0];
      for (let row = 0; row < right.length; row++) {
        const share = Math.exp((shares[row] ?? 0) - top);
        shares[row] = share;
        whole += share;
        if (right[row]) good += share;
      }
      for (let row = 0; row < right.length; row++) {
        const share = shares[row] ?? 0;
        const ofRight = right[row] ? share / Math.max(good, 1e-300) : 0;
        const pushed = (share / whole - ofRight) * ((weight ?? 1) / all);
        if (pushed !== 0) addTo(slope, pushed, rows, from + row * width);
      }
      from += right.length * width;
    }
    stride(weights, slope, first, second, step, options.pull);
  }
  return Array.from(weights, (weight, at) => round(weight / (scale[at] ?? 1)));
}

/** The features of all candidates, one row after the other: steps over millions of small arrays took most of the time. */
function scaledRows(choices: Choice[], scale: number[]): Float64Array {
  const count = choices.reduce((sum, one) => sum + one.features.length, 0);
  const rows = new Float64Array(count * scale.length);
  let at = 0;
  for (const { features } of choices)
    for (const row of features)
      for (let each = 0; each < scale.length; each++) rows[at++] = (row[each] ?? 0) / (scale[each] ?? 1);
  return rows;
}

function addTo(slope: Float64Array, pushed: number, rows: Float64Array, from: number): void {
  for (let each = 0; each < slope.length; each++) slope[each] = (slope[each] ?? 0) + pushed * (rows[from + each] ?? 0);
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

function dot(rows: Float64Array, from: number, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (rows[from + at] ?? 0) * (weights[at] ?? 0);
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
