/** Whether the service goes on, was said to end on a day, or has ended. */
export type ClosingStage = 'open' | 'announced' | 'closed';

/** How long after the end people can still come back to what they left at the desk; then everything is erased. */
export const keptAfterClosingDays = 30;

const dayMs = 86_400_000;

/** The stage on `day`; `closesOn` is the first day on which questions are answered no more. Both `YYYY-MM-DD`. */
export function closingStage(closesOn: string | null, day: string): ClosingStage {
  if (closesOn === null) return 'open';
  return day < closesOn ? 'announced' : 'closed';
}

/**
 * The first day on which everything is erased: thirty days after the end, and after the day the service was first told
 * of it, so that a wrong date erases nothing at once.
 */
export function erasedFrom(closesOn: string, toldOn: string): string {
  const later = closesOn > toldOn ? closesOn : toldOn;
  return new Date(Date.parse(later) + keptAfterClosingDays * dayMs).toISOString().slice(0, 10);
}
