import type { Knowledge } from '../knowledge.ts';
import type { Sex } from '../question/sex.ts';
import { sexOf } from '../question/sex.ts';
import type { Question } from '../question/understand.ts';
import type { Retirement, RetirementStep } from '../rules.ts';
import type { Composed } from './composed.ts';
import { ageIn, madeFrom, monthsOf, nameOf, spokenAge, spokenMonths, stepOf } from './retirement-words.ts';

const topic = /\b(?:nghi huu|ve huu|tuoi huu|huu tri|den huu|di huu|huu)\b/;
const gap = /\b(?:chenh|chenh lech|hon|kem|khac|cach|cach nhau|lech)\b/;
const rise = /\b(?:tang|them|len|lui|keo dai|chenh|hon|khac)\b/;
const howMuch = /\b(?:bao nhieu|may|bao lau)\b/;
const man = /\b(?:nam|dan ong|chong|ong|bo)\b/;
const woman = /\b(?:nu|phu nu|dan ba|vo|ba|me)\b/;
const other = /\b(?:phan tram|luong huu|nang nhoc|doc hai|suy giam)\b|%/;
/** The age of a year, where "nam" is a year and no man. */
const yearWords = /\bnam (?:\d{4}|nay|nao|sau|ngoai|may)\b|\b(?:may|bao nhieu|moi|hang|\d+) nam\b/g;

/**
 * Answers by how much the retirement ages of men and women differ, or by how much one rises between two years, with
 * the sum shown; `null` when neither is asked. `day` is today.
 */
export function answerRetirementGap(question: Question, day: string, knowledge: Knowledge): Composed | null {
  const rule = knowledge.retirement;
  const { folded } = question;
  if (!rule || !topic.test(folded) || !howMuch.test(folded) || other.test(folded)) return null;
  const first = rule.steps[0]?.year ?? 0;
  const named = [
    ...new Set([...question.years, ...[...folded.matchAll(/\b(20\d\d)\b/g)].map((one) => Number(one[1]))]),
  ];
  const years = named.filter((one) => one >= first && one < 2100).sort((a, b) => a - b);
  const people = folded.replace(yearWords, ' ');
  const both = man.test(people) && woman.test(people);
  const [from, to] = [years[0], years.at(-1)];
  if (from !== undefined && to !== undefined && from < to && rise.test(folded)) {
    const sex = both ? null : sexOf(question.words);
    const sexes: Sex[] = sex === null ? ['male', 'female'] : [sex];
    const lines = sexes.flatMap((one) => riseOf(one, from, to, rule) ?? []);
    return lines.length === 0 ? null : madeFrom(lines.join('\n'), [], knowledge, rule);
  }
  if (!both || !gap.test(folded) || years.length > 1) return null;
  const asked = from ?? Number(day.slice(0, 4));
  const shown = from === undefined ? [asked, rule.steps.at(-1)?.year ?? asked] : [asked];
  const lines = [...new Set(shown)].flatMap((year) => gapIn(year, rule) ?? []);
  return lines.length === 0 ? null : madeFrom(lines.join('\n'), [], knowledge, rule);
}

function gapIn(year: number, rule: Retirement): string | null {
  const step = stepOf(year, rule);
  if (!step) return null;
  const sum = `${spokenAge(step.men)} - ${spokenAge(step.women)} = ${spokenMonths(monthsOf(step.men) - monthsOf(step.women))}`;
  return `Nghỉ hưu ${sayYear(year, step)}: nam ${spokenAge(step.men)}, nữ ${spokenAge(step.women)}. Nam hơn nữ: ${sum}.`;
}

function sayYear(year: number, step: RetirementStep): string {
  return year === step.year ? `năm ${year}` : `năm ${year} (giữ mức từ năm ${step.year})`;
}

function riseOf(sex: Sex, from: number, to: number, rule: Retirement): string | null {
  const [early, late] = [stepOf(from, rule), stepOf(to, rule)];
  if (!early || !late) return null;
  const [low, high] = [ageIn(early, sex), ageIn(late, sex)];
  const rises = monthsOf(high) - monthsOf(low);
  if (rises === 0) return `${nameOf[sex]}: năm ${from} và năm ${to} đều ${spokenAge(low)}, không tăng.`;
  return `${nameOf[sex]}: năm ${from} ${spokenAge(low)}, năm ${to} ${spokenAge(high)}. Tăng: ${spokenAge(high)} - ${spokenAge(low)} = ${spokenMonths(rises)}.`;
}
