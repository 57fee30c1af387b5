const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const localMs = 7 * hourMs;

/** Seconds until six in the morning in Viet Nam, when Zalo takes again what it does not take at night. */
export function secondsUntilMorning(now: Date): number {
  const sinceMidnight = (now.getTime() + localMs) % dayMs;
  const untilSix = (6 * hourMs - sinceMidnight + dayMs) % dayMs;
  return Math.ceil(untilSix / 1_000);
}
