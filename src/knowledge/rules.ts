import { z } from 'zod';
import { figuresIn } from '../core/figures.ts';
import type { Citation } from '../core/passage.ts';
import { matchable } from '../core/question/names.ts';
import { type BirthLeave, countedUnits, type Pension, type PerUnit, type Retirement } from '../core/rules.ts';
import type { Draft } from './draft.ts';
import { citation, date } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

const count = z.int().nonnegative();
const age = z.strictObject({ years: z.int().positive(), months: z.int().min(0).max(11) });

const retirement = z.strictObject({
  cite: citation,
  timing: citation,
  early: citation,
  also: z.array(citation).default([]),
  steps: z.array(z.strictObject({ year: z.int(), men: age, women: age })).min(1),
});

const birthLeave = z.strictObject({
  mother: z.strictObject({
    cite: z.array(citation).min(1),
    months: count,
    secondChildMonths: count,
    monthsPerFurtherChild: count,
    mostMonthsBeforeBirth: count,
  }),
  father: z.strictObject({
    cite: z.array(citation).min(1),
    days: count,
    daysWithSurgeryOrPreterm: count,
    daysForSecondChild: count,
    daysForTwins: count,
    daysForTwinsWithSurgery: count,
    daysPerFurtherChild: count,
    startsWithinDays: count,
  }),
  pay: z.strictObject({
    cite: citation,
    percentOfWage: count,
    dayDivisor: z.int().positive(),
    calendarDayDivisor: z.int().positive(),
  }),
  secondChild: z.strictObject({ from: date, cite: citation }),
  contributions: z.strictObject({
    months: count,
    within: count,
    cite: citation,
    afterRest: z.strictObject({ paidBefore: count, months: count, cite: citation }),
    leftWork: citation,
    voluntary: z.strictObject({ months: count, within: count, cite: citation }),
  }),
});

const pensionSteps = z.array(z.strictObject({ years: count, percent: count, perYear: count })).min(1);

const pension = z.strictObject({
  cite: citation,
  condition: citation,
  leastYears: count,
  most: count,
  women: pensionSteps,
  men: pensionSteps,
});

const perUnit = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string().min(1),
    cite: z.array(citation).min(1),
    called: z.array(z.string()).default([]),
    per: z.enum(countedUnits),
    amount: z.int().positive(),
    base: citation.nullable().default(null),
    result: z.string().min(1),
    made: z.string().nullable().default(null),
    atMost: z
      .strictObject({
        plain: z.int().positive(),
        surgery: z.int().positive().nullable().default(null),
        several: z.int().positive().nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
);

/** Reads `knowledge/retirement.yaml`; `null` when the province has none or it is wrong. Call when laws are read. */
export function readRetirement(draft: Draft, text: string | undefined): Retirement | null {
  const file = 'knowledge/retirement.yaml';
  const read = text === undefined ? null : readYaml(file, text, retirement, draft.problems);
  if (!read) return null;
  const { cite, timing, early, also, steps } = read.value;
  for (const one of [cite, timing, early, ...also]) checkPlace(draft, file, one);
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    const line = read.lineOf(['steps', at]);
    if (before && step.year !== before.year + 1)
      draft.problems.push({ file, line, what: `năm ${step.year} không liền sau năm ${before.year}.` });
    const figures = [step.year, step.men.years, step.men.months, step.women.years, step.women.months];
    checkFigures(draft, file, line, figures, [cite]);
  });
  return read.value;
}

/** Reads `knowledge/birth-leave.yaml`; `null` when the province has none or it is wrong. Call when laws are read. */
export function readBirthLeave(draft: Draft, text: string | undefined): BirthLeave | null {
  const file = 'knowledge/birth-leave.yaml';
  const read = text === undefined ? null : readYaml(file, text, birthLeave, draft.problems);
  if (!read) return null;
  const { mother, father, pay, secondChild, contributions } = read.value;
  const { afterRest, leftWork, voluntary } = contributions;
  for (const one of [...mother.cite, ...father.cite, pay.cite, secondChild.cite, leftWork])
    checkPlace(draft, file, one);
  for (const { cite, ...rule } of [contributions, afterRest, voluntary]) {
    const figures = Object.values(rule).filter((one) => typeof one === 'number');
    checkPlace(draft, file, cite);
    checkFigures(draft, file, read.lineOf(['contributions']), figures, [cite]);
  }
  checkFigures(
    draft,
    file,
    read.lineOf(['pay']),
    [pay.percentOfWage, pay.dayDivisor, pay.calendarDayDivisor],
    [pay.cite],
  );
  for (const [name, rule] of Object.entries({ mother, father })) {
    const figures = Object.values(rule).filter((one) => typeof one === 'number');
    checkFigures(draft, file, read.lineOf([name]), figures, rule.cite);
  }
  return read.value;
}

/** Reads `knowledge/pension.yaml`; `null` when the province has none or it is wrong. Call when laws are read. */
export function readPension(draft: Draft, text: string | undefined): Pension | null {
  const file = 'knowledge/pension.yaml';
  const read = text === undefined ? null : readYaml(file, text, pension, draft.problems);
  if (!read) return null;
  const { cite, condition, women, men, most, leastYears } = read.value;
  for (const one of [cite, condition]) checkPlace(draft, file, one);
  checkFigures(draft, file, 1, [leastYears], [condition]);
  for (const [name, steps] of Object.entries({ women, men })) {
    const line = read.lineOf([name]);
    if (steps.some((step, at) => at > 0 && step.years <= (steps[at - 1]?.years ?? 0)))
      draft.problems.push({ file, line, what: 'số năm đóng phải tăng dần từ dòng trên xuống dòng dưới.' });
    checkFigures(draft, file, line, [most, ...steps.flatMap((one) => Object.values(one))], [cite]);
  }
  return read.value;
}

/** Reads `knowledge/per-unit.yaml`; none when the province has none or it is wrong. Call when laws are read. */
export function readPerUnit(draft: Draft, text: string | undefined): PerUnit[] {
  const file = 'knowledge/per-unit.yaml';
  const read = text === undefined ? null : readYaml(file, text, perUnit, draft.problems);
  if (!read) return [];
  const seen = new Set<string>();
  read.value.forEach((one, at) => {
    const line = read.lineOf([at]);
    if (seen.has(one.id)) draft.problems.push({ file, line, what: `mã "${one.id}" đã dùng.` });
    seen.add(one.id);
    for (const cite of one.cite) checkPlace(draft, file, cite, line);
    const [place] = one.cite;
    if (one.base) checkPlace(draft, file, one.base, line);
    const most = Object.values(one.atMost ?? {}).filter((value) => value !== null);
    if (place) checkFigures(draft, file, line, most, [place]);
    if (place) checkFigures(draft, file, line, [one.amount], [one.base ?? place]);
  });
  return read.value.map((one) => ({ ...one, called: one.called.map((phrase) => matchable(phrase).trim()) }));
}

/** A figure of a rule must stand in the passage it cites, like any other figure. Zero months are not written there. */
export function checkFigures(draft: Draft, file: string, line: number, figures: number[], cites: Citation[]): void {
  const known = new Set(cites.flatMap((cite) => passagesAt(draft, cite)).flatMap((one) => figuresIn(one.text)));
  const missing = figures.filter((one) => one !== 0 && !known.has(String(one)));
  if (missing.length > 0 && known.size > 0)
    draft.problems.push({ file, line, what: `số ${missing.join(', ')} không có trong căn cứ. Sửa số hoặc căn cứ.` });
}

export function checkPlace(draft: Draft, file: string, cite: Citation, line = 1): void {
  if (passagesAt(draft, cite).length === 0)
    draft.problems.push({ file, line, what: `căn cứ "${cite.locator}" của ${cite.document} chưa có.` });
}

function passagesAt(draft: Draft, cite: Citation) {
  return [...draft.passages.values()].filter((one) => one.document === cite.document && one.locator === cite.locator);
}
