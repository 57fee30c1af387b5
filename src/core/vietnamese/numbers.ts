import type { Token } from './normalise.ts';
export type NumberMention = {
  value: number;
  unit: string | null;
  kind: 'number' | 'year' | 'date' | 'share';
  from: number;
  to: number;
};
export function readNumbers(tokens: Token[]): NumberMention[] {
  return tokens.flatMap((t, at) => {
    const m = /^(\d+(?:\.\d{3})*(?:,\d+)?)(%)?$/.exec(t.raw);
    if (!m) return [];
    const value = Number((m[1] ?? '').replace(/\./g, '').replace(',', '.'));
    const year = value >= 1990 && value <= 2100 && !m[2];
    const unit = m[2] ? '%' : tokens[at + 1]?.folded === 'phan' ? '%' : null;
    return [{ value, unit, kind: year ? ('year' as const) : ('number' as const), from: at, to: at + 1 }];
  });
}
