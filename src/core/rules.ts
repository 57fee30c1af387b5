import type { Citation } from './passage.ts';

/** Rules of law kept as data, so that code can reckon a single case from them and show the sum. */

/** An age in whole years and months. */
export type Age = { years: number; months: number };

/** The retirement ages of people who retire in `year`. */
export type RetirementStep = { year: number; men: Age; women: Age };

/**
 * The roadmap of retirement ages in normal working conditions. Someone retires in the first year whose age they reach
 * in or before it; retirement ends that month, the pension starts with the next. Steps are one per year, ascending; the
 * last holds from its year on. Before the first step nothing is known.
 */
export type Retirement = {
  cite: Citation;
  /** Which day retirement and the pension start. */
  timing: Citation;
  /** Who may retire earlier. */
  early: Citation;
  also: Citation[];
  steps: RetirementStep[];
};

/** Leave for a birth: months for the mother, working days for the father (compulsory social insurance). */
export type BirthLeave = {
  mother: {
    cite: Citation[];
    months: number;
    secondChildMonths: number;
    /** For each child of one birth after the first. */
    monthsPerFurtherChild: number;
    mostMonthsBeforeBirth: number;
  };
  father: {
    cite: Citation[];
    days: number;
    /** The mother had surgery, or the child came before 32 weeks. */
    daysWithSurgeryOrPreterm: number;
    daysForSecondChild: number;
    daysForTwins: number;
    daysForTwinsWithSurgery: number;
    /** For each child of one birth after the second, on top of the days for twins. */
    daysPerFurtherChild: number;
    startsWithinDays: number;
  };
  /** The rules for a second child hold for births from this day (`YYYY-MM-DD`) on. */
  secondChild: { from: string; cite: Citation };
};
