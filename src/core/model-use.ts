/** What models were used for on a day, as counts without words. Shared by all replicas. */
export interface ModelUse {
  /** Adds to the day's counts (`YYYY-MM-DD`) and resolves with all of them. */
  add(day: string, counts: Record<string, number>): Promise<Record<string, number>>;
}
