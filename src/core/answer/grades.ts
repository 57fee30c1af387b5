import type { Measure } from '../passage.ts';
import { matchable } from '../question/names.ts';

const schoolOf: ReadonlyArray<readonly [school: RegExp, grade: string]> = [
  [/\btieu hoc\b/, 'cap 1'],
  [/\b(?:trung hoc co so|thcs)\b/, 'cap 2'],
];

/** "Cấp 2", "lớp 9": the number tells, which is no word of the subject. */
export function gradesIn(folded: string): string[] {
  const named = folded.match(/\b(?:cap|lop) (?:[1-9]|mot|hai|ba)\b/g) ?? [];
  const schools = schoolOf.flatMap(([school, grade]) => (school.test(folded) ? grade : []));
  return [...named.map((one) => one.replace('mot', '1').replace('hai', '2').replace('ba', '3')), ...schools];
}

const grades = new WeakMap<Measure, ReadonlySet<string>>();

/** The grades by which people ask for a measure. Read when first wanted, and kept. */
export function gradesOf(measure: Measure): ReadonlySet<string> {
  const before = grades.get(measure);
  if (before) return before;
  const read = new Set(measure.ask.flatMap((one) => gradesIn(matchable(one).trim())));
  grades.set(measure, read);
  return read;
}
