import type { Amount, Measure, Passage, Year } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { asItStands, type Composed, distinct } from './composed.ts';
import { type Indicator, valuesOf } from './indicator.ts';
import { spokenNumber } from './spoken-number.ts';
import { capital } from './target-sums.ts';

/**
 * The province's target beside the nation's, year by year, with the gap shown; says so where the nation's is not known.
 * `theirs` tells the nation's target in words.
 */
export function answerRealms(
  passage: Indicator,
  measures: Measure[],
  question: Question,
  theirs: Passage | null = null,
): Composed {
  const asked = question.years.filter((year): year is Year => year === 2025 || year === 2030);
  const years: Year[] = asked.length > 0 ? [...new Set(asked)] : [2025, 2030];
  const known = measures.filter((one) => one.national !== null);
  const lines = known.flatMap((measure) => {
    const rows = years.flatMap((year) => row(measure, year) ?? []);
    return rows.length === 0 ? [] : [`${capital(measure.name)}:\n${rows.join('\n')}`];
  });
  const base = asItStands(passage);
  if (lines.length === 0) {
    const own = measures.map((measure) => valuesOf(measure, asked[0] ?? null)).join('\n');
    // A target without figures is set beside the other in words.
    if (theirs && measures.every((one) => Object.keys(one.values).length === 0))
      return { ...base, text: `${theirs.say}\nTỉnh: ${own}`, cites: distinct([...passage.cites, ...theirs.cites]) };
    return { ...base, text: `Số của cả nước thì mình chưa có. Của tỉnh:\n${own}`, outcome: 'decline' };
  }
  const national = known.flatMap((one) => (one.national ? [one.national.cite] : []));
  return { ...base, text: lines.join('\n'), cites: distinct([...passage.cites, ...national]) };
}

function row(measure: Measure, year: Year): string | null {
  const own = measure.values[year];
  const theirs = measure.national?.values[year];
  if (!own || !theirs) return null;
  return `Năm ${year}: tỉnh ${own.said}; cả nước ${theirs.said}. ${gap(own, theirs, measure.unit)}`;
}

function gap(own: Amount, theirs: Amount, unit: string): string {
  if (own.value === theirs.value) return 'Bằng nhau.';
  const [large, small] = own.value > theirs.value ? [own.value, theirs.value] : [theirs.value, own.value];
  const sum = `${spokenNumber(large)} - ${spokenNumber(small)} = ${spokenNumber(large - small)}`;
  return `${own.value > theirs.value ? 'Tỉnh cao hơn' : 'Tỉnh thấp hơn'}: ${sum} ${unit === '%' ? 'điểm phần trăm' : unit}.`;
}
