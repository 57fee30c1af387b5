import type { Question } from './understand.ts';

const scales: Record<string, number> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };

/** What people say for a million or a hundred thousand: "5 củ", "5 chai", "2 lít". */
const slang: Record<string, number> = { cu: 1e6, chai: 1e6, lit: 1e5 };

/** The money a person types, in đồng: "lương 6 triệu", "6.500.000 đồng". Small bare numbers are none. */
export function moneyTyped({ figures, words }: Pick<Question, 'figures' | 'words'>): number[] {
  return figures.flatMap(({ value, unit, kind, to }) => {
    if (kind !== 'number') return [];
    const scale = unit === null ? 0 : (scales[unit] ?? 0);
    if (scale > 0) return [Math.round(value * scale)];
    const next = words[to]?.folded ?? '';
    const said = unit === null ? slang[next] : undefined;
    if (said !== undefined) return [Math.round(value * said)];
    const dong = /^(?:dong|d|vnd)$/.test(next);
    return unit === null && value >= (dong ? 1_000 : 500_000) ? [value] : [];
  });
}

/** The money a person types, in đồng; of "5–10 triệu" the first lacks its unit and counts in that of the second. */
export function sumsTyped(question: Pick<Question, 'figures' | 'words'>): number[] {
  const sums = moneyTyped(question);
  const [sum, ...others] = sums;
  if (sum === undefined || others.length > 0) return sums;
  const at = question.figures.findIndex((one) => one.unit === 'triệu' && one.kind === 'number');
  const before = question.figures[at - 1];
  const after = question.figures[at];
  const joins = before?.unit === null && before.kind === 'number' && after !== undefined && after.from - before.to <= 1;
  return joins && before.value * 1e6 < sum ? [before.value * 1e6, sum] : sums;
}

/** The numbers typed in a unit, in order. */
export function typedIn(unit: Question['figures'][number]['unit'], { figures }: Pick<Question, 'figures'>): number[] {
  return figures.filter((one) => one.unit === unit && one.kind === 'number').map((one) => one.value);
}
