import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';
import { moneyTyped, typedIn } from '../question/amounts-typed.ts';
import { asksAsFather, type BirthCase, birthCaseIn } from '../question/birth-case.ts';
import type { Question } from '../question/understand.ts';
import type { BirthLeave, PerUnit } from '../rules.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';
import { spokenMoney } from './money.ts';
import { spokenNumber } from './spoken-number.ts';

const topic =
  /\b(?:thai san|nghi (?:sinh|de)|(?:sinh|de) (?:con|dua|be|chau|doi|ba|mo|thuong)|(?:vo|me) (?:sinh|de)|mo de|kham thai)\b/;
const wage = /\b(?:luong|muc dong|dong (?:bao hiem|trung binh|binh quan)|thu nhap)\b/;
const asksMoney = /\b(?:bao nhieu|may (?:tien|trieu|dong)|tong cong)\b/;
const voluntary = /\btu nguyen\b/;
const fine = /\bphat\b/;
const loss = /\b(?:say thai|hu thai|pha thai|thai chet|thai luu|mat thai|dat vong|tranh thai|triet san)\b/;
const fathers = /\b(?:chong|bo|cha)\b.*\b(?:nghi|luong)\b/;

/**
 * Answers what leave for a birth pays somebody who tells the wage, with the sum shown; `null` when no wage is told or
 * something else is asked.
 */
export function answerBirthPay(question: Question, knowledge: Knowledge): Composed | null {
  const rule = knowledge.birthLeave;
  const { folded } = question;
  const [pay] = moneyTyped(question);
  if (
    !rule ||
    pay === undefined ||
    (!topic.test(folded) && !loss.test(folded)) ||
    !wage.test(folded) ||
    !asksMoney.test(folded)
  )
    return null;
  if (voluntary.test(folded) || fine.test(folded) || question.asks.has('check')) return null;
  if (loss.test(folded)) return ofDays(pay, question, rule, knowledge, rule.pay.calendarDayDivisor);
  const byDays = /\bkham thai\b/.test(folded) || ofFather(folded);
  return byDays ? ofDays(pay, question, rule, knowledge) : ofMonths(pay, question, rule, knowledge);
}

const ofFather = (folded: string) => fathers.test(folded) || asksAsFather(folded);

const assuming = (pay: number) =>
  `Nếu mức bình quân tiền lương đóng bảo hiểm 06 tháng trước khi nghỉ là ${spokenMoney(pay)}`;

function ofMonths(pay: number, question: Question, rule: BirthLeave, knowledge: Knowledge): Composed | null {
  const { mother, pay: paid, secondChild } = rule;
  const { children, second } = birthCaseIn(question.folded);
  if (children > 1 && second) return null;
  const months = second ? mother.secondChildMonths : mother.months + (children - 1) * mother.monthsPerFurtherChild;
  const shown = children > 1 ? ` ${mother.months} + ${children - 1} = ${months} tháng.` : '';
  const once = knowledge.perUnit.find((one) => one.id === oncePaid);
  const text =
    `${assuming(pay)}: ${months} tháng × ${spokenMoney(pay)} = ${spokenMoney(months * pay)}.` +
    (shown === '' ? '' : ` Số tháng:${shown}`) +
    `\n${once ? withOnce(once, children, months * pay) : 'Ngoài ra còn trợ cấp một lần cho mỗi con.'}`;
  const cites = [paid.cite, ...mother.cite, ...(second ? [secondChild.cite] : []), ...(once?.cite ?? [])];
  return made(text, cites, knowledge);
}

/** What is paid once for each child, in `per-unit.yaml`. */
const oncePaid = 'tro-cap-mot-lan-khi-sinh';

function withOnce({ amount, made: sum }: PerUnit, children: number, monthly: number): string {
  const paid = amount * children;
  const shown =
    children > 1 ? `${children} × ${spokenMoney(amount)} = ${spokenMoney(paid)}` : (sum ?? spokenMoney(paid));
  return `Thêm trợ cấp một lần: ${shown}. Cộng lại: ${spokenMoney(monthly)} + ${spokenMoney(paid)} = ${spokenMoney(monthly + paid)}.`;
}

function ofDays(
  pay: number,
  question: Question,
  rule: BirthLeave,
  knowledge: Knowledge,
  dayDivisor = rule.pay.dayDivisor,
): Composed | null {
  const { cite } = rule.pay;
  const [typed] = typedIn('ngày', question);
  const byLaw = typed === undefined ? fathersDays(question, rule) : undefined;
  const days = typed ?? byLaw;
  const day = `${spokenMoney(pay)} : ${dayDivisor} = ${spokenMoney(pay / dayDivisor)} một ngày`;
  const text =
    days === undefined
      ? `${assuming(pay)}: ${day}.`
      : `${assuming(pay)}: ${day}; ${days} ngày: ${spokenMoney(pay)} : ${dayDivisor} × ${spokenNumber(days)} = ${spokenMoney((pay / dayDivisor) * days)}.`;
  return made(text, byLaw === undefined ? [cite] : [cite, ...rule.father.cite], knowledge);
}

/** How many days the father has by the law, when the case tells it without doubt. */
function fathersDays({ folded }: Question, { father }: BirthLeave): number | undefined {
  if (!ofFather(folded)) return undefined;
  const { children, surgery, preterm, second }: BirthCase = birthCaseIn(folded);
  if (children === 1 && second) return father.daysForSecondChild;
  if (children === 1) return surgery || preterm ? father.daysWithSurgeryOrPreterm : father.days;
  return children === 2 && !second ? (surgery ? father.daysForTwinsWithSurgery : father.daysForTwins) : undefined;
}

function made(text: string, cites: Citation[], knowledge: Knowledge): Composed {
  const all = distinct(cites);
  return { text, cites: all, passages: passagesAt(all, knowledge), more: null, outcome: 'answer' };
}
