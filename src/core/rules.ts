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
  /**
   * What is paid for the leave: a share of the average wage a month; a working day is the month's pay by `dayDivisor`, a day
   * after a miscarriage or for contraception by `calendarDayDivisor`.
   */
  pay: { cite: Citation; percentOfWage: number; dayDivisor: number; calendarDayDivisor: number };
  /** The rules for a second child hold for births from this day (`YYYY-MM-DD`) on. */
  secondChild: { from: string; cite: Citation };
  /** How many months of contributions, within how many before the birth, maternity pay needs. */
  contributions: {
    months: number;
    within: number;
    cite: Citation;
    /** Who was to rest while pregnant and had paid for `paidBefore` months needs fewer. */
    afterRest: { paidBefore: number; months: number; cite: Citation };
    /** That who had enough and left work before the birth is paid all the same. */
    leftWork: Citation;
    voluntary: { months: number; within: number; cite: Citation };
  };
};

/** A share of the average wage: `percent` for `years` of contributions, and `perYear` for each further full year. */
export type PensionStep = { years: number; percent: number; perYear: number };

/** The monthly pension by years of contributions. Steps ascend; each holds until the next. */
export type Pension = {
  cite: Citation;
  /** Who has a pension at all. */
  condition: Citation;
  leastYears: number;
  most: number;
  women: PensionStep[];
  men: PensionStep[];
};

/** What is granted or limited for each unit counted: money for each child, days for each time. */
export type PerUnit = {
  id: string;
  name: string;
  /** Where it stands; an answer from one of these places may be carried further by a count. */
  cite: Citation[];
  /** Folded phrases of which a question must name one; empty where the place alone tells. */
  called: string[];
  per: CountedUnit;
  amount: number;
  /** Where the amount itself stands, when it is a level that the place only refers to. */
  base: Citation | null;
  /** The unit of the product. */
  result: string;
  /** How the amount itself comes about, as a sum shown. */
  made: string | null;
  /** The most units of one birth or pregnancy: in the plain case, after surgery, for several children. */
  atMost: { plain: number; surgery: number | null; several: number | null } | null;
};

export const countedUnits = ['con', 'lần', 'ngày', 'tháng'] as const;
export type CountedUnit = (typeof countedUnits)[number];

/** An age in whole months, by sex where it differs. */
export type AgeBySex = { men: number; women: number };

/** An age that a right or duty hangs on: reached `from` it, or lasting `until` it. */
export type AgeRule = {
  id: string;
  /** An answer whose first citation is one of these may be carried further by an age. */
  cite: Citation[];
  /** Folded phrases of which a question must name one. */
  called: string[];
  kind: 'since' | 'until';
  months: AgeBySex;
  /** Whether the rule speaks in months ("dưới 36 tháng"). */
  inMonths: boolean;
  met: string;
  /** `null` where nothing certain follows. */
  unmet: string | null;
};
