import type { Tally } from './tally.ts';

export type DailyLimits = {
  tokens: number;
  cost: { most: number; perMillionIn: number; perMillionOut: number } | null;
};

/** What is told about a day's budget. */
export type BudgetAlarm = 'model-budget-near' | 'model-budget-spent';

export type Budget = {
  /** Reserves what a call may cost at most; `null` when the day's budget does not allow it. */
  reserve: (tokensIn: number, tokensOut: number) => ((usedIn: number, usedOut: number) => void) | null;
};

/** A share of the budget from which the operator is warned. */
const near = 0.8;

/**
 * Keeps a day's tokens and cost within bounds. A call is counted in full before it begins and set right when its use is
 * known: one that was cut off counts as reserved. Each alarm is told once a day.
 */
export function makeBudget(
  limits: DailyLimits,
  tally: Tally,
  day: () => string,
  alarm: (what: BudgetAlarm) => void,
): Budget {
  const told = new Map<BudgetAlarm, string>();
  const tell = (what: BudgetAlarm) => {
    if (told.get(what) === day()) return;
    told.set(what, day());
    alarm(what);
  };
  const share = (extraIn: number, extraOut: number) => {
    const [tokensIn, tokensOut] = [tally.today('tokens-in') + extraIn, tally.today('tokens-out') + extraOut];
    const ofTokens = limits.tokens === 0 ? Number.POSITIVE_INFINITY : (tokensIn + tokensOut) / limits.tokens;
    if (limits.cost === null) return ofTokens;
    const { most, perMillionIn, perMillionOut } = limits.cost;
    const cost = (tokensIn * perMillionIn + tokensOut * perMillionOut) / 1e6;
    return Math.max(ofTokens, most === 0 ? Number.POSITIVE_INFINITY : cost / most);
  };
  return {
    reserve(tokensIn, tokensOut) {
      const after = share(tokensIn, tokensOut);
      if (after > 1) {
        tell('model-budget-spent');
        return null;
      }
      if (after > near) tell('model-budget-near');
      tally.count('tokens-in', tokensIn);
      tally.count('tokens-out', tokensOut);
      return (usedIn, usedOut) => {
        tally.count('tokens-in', usedIn - tokensIn);
        tally.count('tokens-out', usedOut - tokensOut);
      };
    },
  };
}
