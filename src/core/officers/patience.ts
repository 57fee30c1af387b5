const secondMs = 1_000;
const minuteMs = 60_000;

/** Tries with one name that cost nothing. A good sign-in takes two: the password and the code. */
export const freeTries = 6;
/** From here on the name is shut for an hour at a time. */
export const lockedAt = 15;
/** Tries are forgotten after this long without another. */
export const forgetTriesMs = 24 * 3_600_000;

/** Tries to sign in with one name since the last whole sign-in, whether or not anybody has that name. */
export type Tries = { count: number; lastAt: Date };

/** How long after the last try the next one is taken: doubling from ten seconds to a quarter of an hour, then an hour. */
export function waitMs(count: number): number {
  if (count < freeTries) return 0;
  if (count >= lockedAt) return 60 * minuteMs;
  return Math.min(10 * secondMs * 2 ** (count - freeTries), 15 * minuteMs);
}

/** Milliseconds until the next try is taken; 0 when it is taken now. */
export function waitsFor(tries: Tries | null, now: Date): number {
  if (tries === null) return 0;
  const since = now.getTime() - tries.lastAt.getTime();
  if (since >= forgetTriesMs) return 0;
  return Math.max(0, waitMs(tries.count) - since);
}

/** The tries after one more. */
export function oneMore(tries: Tries | null, now: Date): Tries {
  const old = tries === null || now.getTime() - tries.lastAt.getTime() >= forgetTriesMs;
  return { count: old ? 1 : tries.count + 1, lastAt: now };
}
