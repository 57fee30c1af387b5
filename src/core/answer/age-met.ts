import { addMonths } from '../calendar.ts';
import type { Knowledge } from '../knowledge.ts';
import { daysNamed } from '../question/days.ts';
import { type PersonAge, personAge } from '../question/person-age.ts';
import type { Sex } from '../question/sex.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import type { AgeRule } from '../rules.ts';
import { spokenDay } from '../spoken-day.ts';
import type { Composed } from './composed.ts';

type Standing = 'met' | 'unmet' | 'open';

/**
 * The answer led by whether the age a question tells has reached what the rule it rests on asks for, with the sum where
 * a day of birth was told; the answer as it is where that is not certain. `day` is today.
 */
export function agedFor(composed: Composed, question: Question, day: string, knowledge: Knowledge): Composed {
  const wanted = wantedFact(question.asked);
  if (composed.outcome === 'decline' || wanted === 'fine' || wanted === 'prison') return composed;
  const on = dayMeant(question, day);
  const person = personAge(question, on);
  if (!person) return composed;
  const [first] = composed.cites;
  for (const rule of knowledge.ages) {
    if (!rule.cite.some((one) => one.document === first?.document && one.locator === first.locator)) continue;
    if (!rule.called.some((phrase) => ` ${question.folded} ${question.talk ?? ''} `.includes(` ${phrase} `))) continue;
    const said = sayOf(rule, person, on);
    if (said === null) continue;
    return { ...composed, text: `${said}\n${composed.text.replace(/^(?:Có|Không|Được)\. (?=\p{Lu})/u, '')}` };
  }
  return composed;
}

/** The day still to come on which the age of somebody born before counts ("đặt cỗ ngày 5/12"), or today. */
function dayMeant({ words }: Question, today: string): string {
  const days = daysNamed(words, today).map((one) => one.day);
  return days.some((day) => day < today) ? (days.find((day) => day > today) ?? today) : today;
}

function sayOf(rule: AgeRule, person: PersonAge, day: string): string | null {
  const { sex } = person;
  const limits = sex === null ? [rule.months.men, rule.months.women] : [rule.months[sex === 'male' ? 'men' : 'women']];
  const standings = new Set(limits.map((limit) => standing(rule, limit, person)));
  const [one] = standings;
  if (standings.size !== 1 || one === undefined || one === 'open')
    return sex === null && rule.months.men !== rule.months.women ? bySex(rule, person) : null;
  const text = one === 'met' ? rule.met : rule.unmet;
  if (text === null) return null;
  const sum = person.born === null || sex === null ? '' : ` ${reached(rule, limits[0] ?? 0, person.born, sex, day)}`;
  return `${text}.${sum}`;
}

function standing({ kind }: AgeRule, limit: number, { from, to }: PersonAge): Standing {
  if (from >= limit) return kind === 'since' ? 'met' : 'unmet';
  if (to < limit) return kind === 'since' ? 'unmet' : 'met';
  return 'open';
}

/** Where men and women differ and the question names neither. */
function bySex(rule: AgeRule, person: PersonAge): string | null {
  const lines = (['male', 'female'] as const).map((sex) => sayOf(rule, { ...person, sex }, ''));
  if (lines.some((line) => line === null)) return null;
  const [men, women] = lines;
  return `Nam ${uncapital(men ?? '').replace(/\.$/, '')}; nữ ${uncapital(women ?? '')}`;
}

/** The day the age is reached, as a sum of years or months. */
function reached({ inMonths, kind }: AgeRule, limit: number, born: string, sex: Sex, day: string): string {
  const at = addMonths(born, limit);
  const span = inMonths ? `${limit} tháng` : `${limit / 12} năm`;
  const tail = day !== '' && at > day && kind === 'since' ? ` mới đủ tuổi (${sex === 'male' ? 'nam' : 'nữ'})` : '';
  return `${spokenDay(born)} + ${span} = ${spokenDay(at)}${tail}.`;
}

function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
