import { z } from 'zod';
import { figuresIn } from '../core/figures.ts';
import type { Citation } from '../core/passage.ts';
import type { BirthLeave, Retirement } from '../core/rules.ts';
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
  secondChild: z.strictObject({ from: date, cite: citation }),
});

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
  const { mother, father, secondChild } = read.value;
  for (const one of [...mother.cite, ...father.cite, secondChild.cite]) checkPlace(draft, file, one);
  for (const [name, rule] of Object.entries({ mother, father })) {
    const figures = Object.values(rule).filter((one) => typeof one === 'number');
    checkFigures(draft, file, read.lineOf([name]), figures, rule.cite);
  }
  return read.value;
}

/** A figure of a rule must stand in the passage it cites, like any other figure. Zero months are not written there. */
function checkFigures(draft: Draft, file: string, line: number, figures: number[], cites: Citation[]): void {
  const known = new Set(cites.flatMap((cite) => passagesAt(draft, cite)).flatMap((one) => figuresIn(one.text)));
  const missing = figures.filter((one) => one !== 0 && !known.has(String(one)));
  if (missing.length > 0 && known.size > 0)
    draft.problems.push({ file, line, what: `số ${missing.join(', ')} không có trong căn cứ. Sửa số hoặc căn cứ.` });
}

function checkPlace(draft: Draft, file: string, cite: Citation): void {
  if (passagesAt(draft, cite).length === 0)
    draft.problems.push({ file, line: 1, what: `căn cứ "${cite.locator}" của ${cite.document} chưa có.` });
}

function passagesAt(draft: Draft, cite: Citation) {
  return [...draft.passages.values()].filter((one) => one.document === cite.document && one.locator === cite.locator);
}
