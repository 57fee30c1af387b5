import type { Measure } from '../passage.ts';
import { matchable } from '../question/names.ts';

/** "Cấp 2", "lớp 9": the number tells, which is no word of the subject. */
export function gradesIn(folded: string): string[] {
  const named = folded.match(/\b(?:cap|lop) (?:[1-9]|mot|hai|ba)\b/g) ?? [];
  return named.map((one) => one.replace('mot', '1').replace('hai', '2').replace('ba', '3'));
}

/** The grades by which people ask for a measure. */
export function gradesOf(measure: Measure): Set<string> {
  return new Set(measure.ask.flatMap((one) => gradesIn(matchable(one).trim())));
}
