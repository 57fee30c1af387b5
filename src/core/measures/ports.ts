import type { Channel } from '../update.ts';
import type { MonthFigures } from './figures.ts';
import type { Month } from './month.ts';

/** A matter that at least three people asked about on one day without an answer: words of the knowledge alone. */
export type UnansweredTerm = {
  term: string;
  /** Full fives of turns; 0 when fewer than five. */
  n: number;
  /** Id of the passage that came nearest most often, or `null`. */
  nearest: string | null;
  /** The last month in which it was asked by so many. */
  last: Month;
};

/** How the machine did of late. */
export type Health = {
  /** How long turns took; `null` when there were fewer than five. */
  medianMs: number | null;
  p95Ms: number | null;
  /** Updates and replies that wait, and how long the oldest has, in seconds. */
  waiting: number;
  oldestSeconds: number | null;
};

/** What the officers' pages may know of what happened. Figures come already safe to show. */
export interface MeasureStore {
  /** The figures of each month, in the order asked for. */
  months(months: readonly Month[], now: Date): Promise<MonthFigures[]>;
  /** Terms of questions without an answer in these months, most asked first. */
  unanswered(months: readonly Month[], channel: Channel | null, now: Date): Promise<UnansweredTerm[]>;
  /** The last 24 hours. */
  health(now: Date): Promise<Health>;
  /** Whether invented figures are among them. */
  isDemo(): Promise<boolean>;
}
