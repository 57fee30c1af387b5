/**
 * Work of the whole service rather than of one replica. It is done once at each tick by whichever replica is free, and
 * does all that is due by then: a tick that nobody was there for is made good by the next.
 */
export type Chore = {
  /** Unlike any other's. */
  name: string;
  /** Ticks fall on the minutes of the clock that this divides. */
  everyMinutes: 1 | 10 | 60;
  /** Harmless when done twice. A rejection is told, and tried again. */
  work: () => Promise<void>;
};
