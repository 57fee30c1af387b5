import type { Token } from '../vietnamese/normalise.ts';

/** A day of birth as far as it was told. `month` is 1–12. */
export type Birth = { year: number; month: number | null };

const yearOf = (written: string): number => (written.length === 2 ? 1900 + Number(written) : Number(written));

/**
 * When somebody was born, as typed: "sinh 10/5/1970", "sinh tháng 1 năm 1975", "sn 1980", "sinh năm 70"; `null` when
 * the message does not say. A year alone counts only after a word for being born.
 */
export function birthIn(words: Token[]): Birth | null {
  const all = words.map((word) => word.folded).join(' ');
  // "Cưới ngày 20/11/2026, anh ấy sinh cuối tháng 12 năm 2006": what follows the word for it goes before any other day.
  const text = afterBorn.exec(all)?.[0] ?? all;
  const born = '(?:sinh|sn|de|tuoi)';
  const day = /\b\d{1,2}[ /.-](\d{1,2})[ /.-]((?:19|20)\d\d)\b/.exec(text);
  if (day && isMonth(day[1])) return { year: Number(day[2]), month: Number(day[1]) };
  const month =
    /\bthang (\d{1,2})(?: ?[/.-] ?| nam | )((?:19|20)\d\d)\b/.exec(text) ??
    new RegExp(`\\b${born} (?:vao )?(?:thang )?(\\d{1,2}) ?[/.-] ?((?:19|20)\\d\\d)\\b`).exec(text);
  if (month && isMonth(month[1])) return { year: Number(month[2]), month: Number(month[1]) };
  const year = new RegExp(`\\b${born} (?:vao |khoang )?(?:nam )?((?:19|20)\\d\\d|[5-9]\\d)\\b`).exec(text)?.[1];
  return year === undefined ? null : { year: yearOf(year), month: null };
}

const afterBorn = /\b(?:sinh|sn|de)(?: (?:vao|khoang|cuoi|dau|giua|ngay|thang|nam|hom))* \d\S*(?: \S+){0,4}/;

function isMonth(written: string | undefined): boolean {
  const month = Number(written);
  return month >= 1 && month <= 12;
}
