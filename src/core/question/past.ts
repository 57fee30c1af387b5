import { addDays, addMonths, dayFrom } from '../calendar.ts';
import { daysNamed } from './days.ts';
import type { Question } from './understand.ts';

const monthOfYear = /\b(?:thang )?(\d{1,2})(?: ?[/.-] ?| nam )((?:19|20)\d\d)\b/;
/** A month without its year, where something is told to have happened in it. */
const month = /\b(?:hoi|vao|tu|luc|xay ra|trong) (?:\S+ ){0,2}?thang (\d{1,2})\b(?! ?[/.-]| nam(?! nay)| tuoi)/;
const year = /\b(?:hoi|vao|tu|luc|xay ra|trong) (?:\S+ ){0,2}?nam ((?:19|20)\d\d)\b/;
const ago = /\b(?:cach day|duoc|da|tu) (\d{1,2}) (nam|thang)\b(?! tuoi)|\b(\d{1,2}) (nam|thang) truoc\b/;

/** The last day on which what the question tells of can have happened, when it names a time gone by; else `null`. */
export function pastDay({ words, folded }: Question, today: string): string | null {
  const thisYear = Number(today.slice(0, 4));
  const [named] = daysNamed(words, today);
  if (named) return named.day < today ? named.day : null;
  const inMonth = monthOfYear.exec(folded);
  if (inMonth) return past(endOfMonth(Number(inMonth[2]), Number(inMonth[1])), today);
  const alone = month.exec(folded);
  if (alone) return past(endOfMonth(thisYear, Number(alone[1])), today);
  const inYear = year.exec(folded);
  if (inYear) return past(`${inYear[1]}-12-31`, today);
  if (/\bnam ngoai\b/.test(folded)) return `${thisYear - 1}-12-31`;
  if (/\bnam kia\b/.test(folded)) return `${thisYear - 2}-12-31`;
  const since = ago.exec(folded);
  if (!since) return null;
  const count = Number(since[1] ?? since[3]);
  return addMonths(today, (since[2] ?? since[4]) === 'nam' ? -12 * count : -count);
}

function endOfMonth(ofYear: number, number: number): string | null {
  if (number < 1 || number > 12) return null;
  return addDays(addMonths(dayFrom(ofYear, number, 1), 1), -1);
}

function past(day: string | null, today: string): string | null {
  return day !== null && day < today ? day : null;
}
