/** The largest weight of a small table. */
const most = 127;

/** Weights made small: each a whole number from −127 to 127, to be multiplied by `step`. */
export function quantise(weights: Float64Array): { table: Int8Array; step: number } {
  // The few largest weights are clipped: they would make all others coarse.
  const sizes = weights.map(Math.abs).sort();
  const top = sizes[Math.floor(sizes.length * 0.9999)] ?? 0;
  const step = (top === 0 ? 1 : top) / most;
  return {
    table: Int8Array.from(weights, (weight) => Math.max(-most, Math.min(most, Math.round(weight / step)))),
    step,
  };
}
