import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';
import type { Sex } from '../question/sex.ts';
import type { Age, Retirement, RetirementStep } from '../rules.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';

/** Months from year 0, so that ages can be added to months of birth. */
export const monthsOf = ({ years, months }: Age) => years * 12 + months;
export const spokenAge = ({ years, months }: Age) => `${years} tuổi${months > 0 ? ` ${months} tháng` : ''}`;
export const spokenSpan = ({ years, months }: Age) => `${years} năm${months > 0 ? ` ${months} tháng` : ''}`;
export const nameOf: Record<Sex, string> = { female: 'Nữ', male: 'Nam' };

/** A number of months as a difference of ages: 54 → "4 tuổi 6 tháng", 8 → "8 tháng". */
export function spokenMonths(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return years === 0 ? `${rest} tháng` : spokenAge({ years, months: rest });
}

export function ageIn(step: RetirementStep, sex: Sex): Age {
  return sex === 'female' ? step.women : step.men;
}

/** The step of a year; the last one holds from its year on, and before the first nothing is known. */
export function stepOf(year: number, { steps }: Retirement): RetirementStep | null {
  const last = steps.at(-1);
  return steps.find((one) => one.year === year) ?? (last && year > last.year ? last : null);
}

/** An answer from the roadmap, with all that it rests on. */
export function madeFrom(text: string, also: Citation[], knowledge: Knowledge, rule: Retirement): Composed {
  const cites = distinct([rule.cite, ...also, rule.timing, ...rule.also]);
  return { text, cites, passages: passagesAt(cites, knowledge), more: null, outcome: 'answer' };
}
