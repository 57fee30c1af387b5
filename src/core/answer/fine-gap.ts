import type { Knowledge } from '../knowledge.ts';
import { spokenNumber } from './spoken-number.ts';
import type { Part } from './together.ts';

/** By how much the fines of two answers differ, with the sums shown; `null` unless both rest on one fine of a person. */
export function gapOfFines(parts: Part[], knowledge: Knowledge): string | null {
  const fines = parts.flatMap(({ composed }) => {
    const facts = composed ? knowledge.passages.get(composed.passages[0] ?? '')?.facts : undefined;
    return facts?.kind === 'fine' && facts.least !== null && facts.most !== null
      ? [{ least: facts.least, most: facts.most }]
      : [];
  });
  const [one, other] = fines;
  if (!one || !other || fines.length !== parts.length || fines.length > 2) return null;
  const gap = (a: number, b: number) => {
    const [large, small] = a >= b ? [a, b] : [b, a];
    return `${spokenNumber(large / 1e6)} - ${spokenNumber(small / 1e6)} = ${spokenNumber((large - small) / 1e6)} triệu đồng`;
  };
  if (one.least === other.least && one.most === other.most) return 'Hai mức phạt bằng nhau.';
  return `Chênh nhau: mức thấp nhất ${gap(one.least, other.least)}; mức cao nhất ${gap(one.most, other.most)}.`;
}
