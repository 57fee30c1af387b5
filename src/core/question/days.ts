import { dayFrom, isDay } from '../calendar.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** A day named in a message. `text` is how it stood there, folded. */
export type NamedDay = { day: string; text: string };

const full = /\b(\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})(?: ?[/.-] ?| nam | )((?:19|20)\d\d)\b/g;
const short =
  /\b(?:ngay|mung|hom|tu|den|toi|truoc|sau) (\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})\b(?! ?[/.-] ?\d| nam \d| \d{4})/g;

/** The days a message names, in order. A day without its year is taken of the year of `today`; "hôm nay" is today. */
export function daysNamed(words: Token[], today: string): NamedDay[] {
  const text = words.map((word) => word.folded).join(' ');
  const found: Array<NamedDay & { at: number }> = [];
  for (const one of text.matchAll(full)) add(Number(one[3]), one);
  for (const one of text.matchAll(short)) add(Number(today.slice(0, 4)), one);
  const now = /\bhom nay\b/.exec(text);
  if (now) found.push({ day: today, text: now[0], at: now.index });
  return found.sort((a, b) => a.at - b.at).map(({ day, text: said }) => ({ day, text: said }));

  function add(year: number, one: RegExpExecArray): void {
    const [date, month] = [Number(one[1]), Number(one[2])];
    if (isDay(year, month, date)) found.push({ day: dayFrom(year, month, date), text: one[0], at: one.index });
  }
}
