/** Failures in a row after which a server is left alone, and for how long. */
const mostFailures = 3;
const restMs = 30_000;

export type Breaker = {
  /** Whether a call may be tried now. After a rest one call is let through to see. */
  allows: () => boolean;
  succeeded: () => void;
  /** Whether the server is left alone from now on that was not before. */
  failed: () => boolean;
};

/** Leaves a server alone that fails again and again, so that nobody waits for it. */
export function makeBreaker(now: () => number): Breaker {
  let failures = 0;
  let restsUntil = 0;
  return {
    allows() {
      if (failures < mostFailures) return true;
      if (now() < restsUntil) return false;
      restsUntil = now() + restMs;
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures++;
      if (failures >= mostFailures) restsUntil = now() + restMs;
      return failures === mostFailures;
    },
  };
}
