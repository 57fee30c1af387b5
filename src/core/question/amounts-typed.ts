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

/** The numbers typed in a unit, in order. */
export function typedIn(unit: Question['figures'][number]['unit'], { figures }: Pick<Question, 'figures'>): number[] {
  return figures.filter((one) => one.unit === unit && one.kind === 'number').map((one) => one.value);
}
