import type { Token } from './normalise.ts';
import type { NumberMention } from './numbers.ts';

const dayWord = /^(?:ngay|mung|hom|le|dip|den|tu|truoc|sau|chieu|sang|toi)$/;

/** A day of the year as month × 100 + day; day 0 when only the month is named, month 0 when only the day is. */
const dateValue = (day: number, month: number) => month * 100 + day;

function valid(day: number, month: number): boolean {
  return day >= 0 && day <= 31 && month >= 1 && month <= 12;
}

/**
 * Reads a day or a fraction typed with strokes ("30/11", "25/11/2026", "11/2025", "2/3") or a day in words
 * ("ngày 30 tháng 11", "tháng 11"); `null` where neither starts.
 */
export function dateOrShareAt(tokens: Token[], at: number): NumberMention | null {
  const token = tokens[at];
  const before = tokens[at - 1]?.folded ?? '';
  const stroked = /^(\d{1,2})\/(\d{1,4})(?:\/(\d{2,4}))?$/.exec(token?.raw ?? '');
  const make = (value: number, kind: 'date' | 'share', to: number): NumberMention => ({
    value,
    unit: null,
    kind,
    from: at,
    to,
  });
  if (stroked) {
    const [first, second] = [Number(stroked[1]), Number(stroked[2])];
    if (stroked[2] && stroked[2].length > 2)
      return valid(0, first) && !stroked[3] ? make(dateValue(0, first), 'date', at + 1) : null;
    const fraction =
      !stroked[3] && first > 0 && first < second && [2, 3, 4, 5, 8, 10].includes(second) && !dayWord.test(before);
    if (fraction) return make(first / second, 'share', at + 1);
    return valid(first, second) ? make(dateValue(first, second), 'date', at + 1) : null;
  }
  const number = small(token);
  if (number === null) return null;
  const month = tokens[at + 1]?.folded === 'thang' ? small(tokens[at + 2]) : null;
  if (month !== null && valid(number, month) && tokens[at + 3]?.folded !== 'ngay')
    return make(dateValue(number, month), 'date', at + 3);
  if (before === 'thang' && valid(0, number)) return make(dateValue(0, number), 'date', at + 1);
  const dayNamed = /^(?:ngay|mung)$/.test(before) && !/^\d/.test(tokens[at - 2]?.raw ?? '');
  return dayNamed && number <= 31 ? make(dateValue(number, 0), 'date', at + 1) : null;
}

function small(token: Token | undefined): number | null {
  return token && /^\d{1,2}$/.test(token.raw) ? Number(token.raw) : null;
}
