import { addMonths, daysBetween } from '../calendar.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Birth, birthIn } from '../question/birth.ts';
import { daysNamed } from '../question/days.ts';
import { sexTold } from '../question/person-age.ts';
import type { Question } from '../question/understand.ts';
import type { AgeRule } from '../rules.ts';
import { spokenDay } from '../spoken-day.ts';
import { asItStands, type Composed, distinct } from './composed.ts';

const asksWhen =
  /\b(?:bao gio|khi nao|luc nao|(?:den |toi )?(?:ngay|thang|nam) nao|(?:ngay|nam) may|con (?:bao lau|may|bao nhieu)|(?:bao lau|may nam|may thang|bao nhieu (?:nam|thang|ngay)) nua)\b/;
const asksLeft =
  /\bcon (?:bao lau|(?:may|bao nhieu) (?:nam|thang|ngay))\b|\b(?:bao lau|(?:may|bao nhieu) (?:nam|thang|ngay)) nua\b/;
const target = /\b(?:du|tron|qua|het|toi|den|cham) (\d{1,3}) (thang|tuoi)\b/;
/** "Hạn cuối" is no wedding. */
const lastOf = /\b(?:han cuoi(?: cung)?|cuoi (?:cung|nam|thang|tuan|ngay))\b/g;
const age = /(?<!\b(?:du|tron|qua|het|tu|duoi|tren|cham|den|toi) )\b(\d{1,2}) (tuoi|thang)(?: (\d{1,2}) thang)?\b/;

/**
 * Answers when somebody reaches the age a rule asks for, or how long that still is, from a day of birth or an age told,
 * with the sum shown; `null` when that is not asked or no rule hangs on such an age. `day` is today.
 */
export function answerAgeReached(question: Question, day: string, knowledge: Knowledge): Composed | null {
  const { folded, words } = question;
  if (!asksWhen.test(folded) || question.asks.has('fine') || question.wants.has('prison')) return null;
  const rule = ruleFor(folded, knowledge);
  if (!rule) return null;
  const [born, ...others] = daysNamed(words, day);
  if (others.length > 0) return null;
  const month = born ? null : birthIn(words);
  const sum = born
    ? fromBirth(born.day, rule, question, day)
    : month
      ? fromMonth(month, rule, question)
      : fromAge(rule, question);
  const [cite] = rule.cite;
  const passage = [...knowledge.passages.values()].find(
    (one) => one.document === cite?.document && one.locator === cite.locator && one.facts.kind === 'article',
  );
  if (sum === null || !cite || !passage) return null;
  const told = asItStands(passage);
  return { ...told, text: `${sum}\n${told.text}`, cites: distinct([cite, ...told.cites]) };
}

/** The rule that names the age wanted, or that the question calls by its matter. */
function ruleFor(folded: string, { ages }: Knowledge): AgeRule | null {
  const found = target.exec(folded);
  const spoken = ` ${folded.replace(lastOf, ' ')} `;
  const called = (one: AgeRule) => one.called.some((phrase) => spoken.includes(` ${phrase} `));
  if (!found) return ages.find((one) => one.kind === 'since' && called(one)) ?? null;
  const months = Number(found[1]) * (found[2] === 'tuoi' ? 12 : 1);
  const hangs = ages.filter((one) => one.months.men === months || one.months.women === months);
  return hangs.find(called) ?? (hangs.length === 1 ? (hangs[0] ?? null) : null);
}

function limits(rule: AgeRule, question: Question): Array<{ months: number; of: string }> {
  const sex = sexTold(question);
  const { men, women } = rule.months;
  if (men === women) return [{ months: men, of: '' }];
  if (sex !== null) return [{ months: sex === 'male' ? men : women, of: '' }];
  return [
    { months: men, of: 'Nam: ' },
    { months: women, of: 'Nữ: ' },
  ];
}

function fromBirth(born: string, rule: AgeRule, question: Question, day: string): string | null {
  if (daysBetween(born, day) < 0) return null;
  return limits(rule, question)
    .map(({ months, of }) => {
      const at = addMonths(born, months);
      const span = rule.inMonths ? `${months} tháng` : `${months / 12} năm`;
      const left = daysBetween(day, at);
      const said = !asksLeft.test(question.folded)
        ? ''
        : left > 0
          ? ` Từ hôm nay đến ngày đó = ${left} ngày.`
          : ' Ngày đó đã qua.';
      return `${of}${spokenDay(born)} + ${span} = ${spokenDay(at)}.${said}`;
    })
    .join('\n');
}

/** Reckons with the month, or the year alone, that was told; the day itself then stays open. */
function fromMonth({ year, month }: Birth, rule: AgeRule, question: Question): string | null {
  if (month === null && rule.inMonths) return null;
  const told = month === null ? `${year}` : `Tháng ${month}/${year}`;
  return limits(rule, question)
    .map(({ months, of }) => {
      const span = rule.inMonths ? `${months} tháng` : `${months / 12} năm`;
      const total = year * 12 + (month ?? 1) - 1 + months;
      const at = month === null ? '' : `${(total % 12) + 1}/`;
      return `${of}${told} + ${span} = ${at}${Math.floor(total / 12)}, vào đúng ngày sinh.`;
    })
    .join('\n');
}

function fromAge(rule: AgeRule, question: Question): string | null {
  const found = age.exec(question.folded.replace(target, ' '));
  if (!found) return null;
  const [, count, unit, further] = found;
  const now = unit === 'tuoi' ? Number(count) * 12 + Number(further ?? 0) : Number(count);
  return limits(rule, question)
    .map(({ months, of }) => {
      const left = months - now;
      const aim = rule.inMonths ? `${months} tháng` : `${months / 12} tuổi`;
      if (left <= 0) return `${of}${spokenAge(now, rule)} là đã qua mốc ${aim}.`;
      return `${of}${aim} - ${spokenAge(now, rule)} = ${spokenSpan(left, rule)} nữa.`;
    })
    .join('\n');
}

function spokenAge(months: number, { inMonths }: AgeRule): string {
  if (inMonths) return `${months} tháng`;
  const rest = months % 12;
  return `${Math.floor(months / 12)} tuổi${rest > 0 ? ` ${rest} tháng` : ''}`;
}

function spokenSpan(months: number, { inMonths }: AgeRule): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (inMonths || years === 0) return `${months} tháng`;
  return `${years} năm${rest > 0 ? ` ${rest} tháng` : ''}`;
}
