/** Seconds to wait after the `tries`-th try failed: half a second, 1, 2, 4 … 60. */
export function backoffSeconds(tries: number): number {
  return Math.min(60, 2 ** (Math.max(1, Math.min(tries, 10)) - 2));
}
