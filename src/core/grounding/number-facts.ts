import { readNumbers } from '../vietnamese/numbers.ts';
import type { Clause } from './clauses.ts';
import { contrasts } from './contrasts.ts';

/** Which way a number bounds: "ít nhất 5", "không quá 5", or neither. */
export type Bound = 'least' | 'most' | 'none';

/** A number with what it counts, which way it bounds, and whom it is about ("nam", "2030"), one of each contrast. */
export type NumberFact = { value: number; unit: string; bound: Bound; about: string[] };

const least = /(?:^| )(?:ít nhất|tối thiểu|thấp nhất|từ đủ|đủ|trên|hơn|vượt|quá)$/;
const most = /(?:^| )(?:tối đa|nhiều nhất|cao nhất|không quá|không vượt quá|chưa quá|dưới|chưa đủ|chưa đến|chưa tới)$/;
const upward = /^(?:trở lên|trở đi)/;
const downward = /^(?:trở xuống|trở lại)/;

/** The numbers of the clauses, in digits or in words. */
export function factsOf(clauses: Clause[]): NumberFact[] {
  return clauses.flatMap(({ words, before }) => {
    const raw = words.map((word) => word.raw);
    const earlier = before.map((word) => word.raw);
    return readNumbers(words).flatMap(({ value, unit, from, to }): NumberFact[] => {
      const ahead = raw.slice(Math.max(0, from - 4), from).join(' ');
      const behind = raw.slice(to, to + 4);
      const counts = unit ?? behind[0] ?? '';
      const after = (unit === null ? behind.slice(1) : behind).join(' ');
      const bound: Bound =
        most.test(ahead) || downward.test(behind.join(' ')) || downward.test(after)
          ? 'most'
          : least.test(ahead) || upward.test(behind.join(' ')) || upward.test(after)
            ? 'least'
            : 'none';
      const about = contrasts.flatMap((is) => nearest(raw, from, to, earlier, is) ?? []);
      return [{ value, unit: /^\p{L}|%/u.test(counts) ? counts : '', bound, about }];
    });
  });
}

/** The member of a contrast nearest to a number: in its clause, else the last one said before. */
function nearest(
  raw: string[],
  from: number,
  to: number,
  before: string[],
  is: (word: string) => boolean,
): string | null {
  for (let away = 1; away <= raw.length; away++) {
    const [left, right] = [raw[from - away], raw[to - 1 + away]];
    if (left !== undefined && is(left)) return left;
    if (right !== undefined && is(right)) return right;
  }
  return before.findLast(is) ?? null;
}
