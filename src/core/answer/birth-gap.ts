import type { Knowledge } from '../knowledge.ts';
import { birthCaseIn } from '../question/birth-case.ts';
import type { Question } from '../question/understand.ts';
import type { BirthLeave } from '../rules.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';

const topic = /\b(?:sinh|de|con|dua|thai san|mo)\b/;
const leave = /\bnghi\b/;
const fatherWords = /\b(?:chong|bo|cha|ong xa|lao dong nam|dan ong)\b/;
const first = /\b(?:dau|dau long|dau tien|thu nhat|con so|mot|1|truoc)\b/;
const plain = /\b(?:thuong|binh thuong|mot|1|don|dau)\b/;

type Gap = { more: string; less: string; from: number; to: number; cites: BirthLeave['mother']['cite'] };

/**
 * Answers by how much the leave for one birth is longer than for another ("con thứ hai hơn con đầu mấy tháng"), with the
 * sum shown; `null` when that is not asked or the law does not settle it.
 */
export function answerBirthGap(question: Question, knowledge: Knowledge): Composed | null {
  const rule = knowledge.birthLeave;
  const { folded, asks } = question;
  if (!rule || !asks.has('difference') || asks.has('fine') || !topic.test(folded) || !leave.test(folded)) return null;
  const father = fatherWords.test(folded);
  const gap = father ? ofFather(folded, rule) : ofMother(folded, rule);
  if (!gap) return null;
  const unit = father ? 'ngày làm việc' : 'tháng';
  const text = `${gap.more}: ${gap.to} ${unit}. ${gap.less}: ${gap.from} ${unit}. Hơn nhau: ${gap.to} - ${gap.from} = ${gap.to - gap.from} ${unit}.`;
  const cites = distinct(gap.cites);
  return { text, cites, passages: passagesAt(cites, knowledge), more: null, outcome: 'answer' };
}

function ofMother(folded: string, { mother, secondChild }: BirthLeave): Gap | null {
  const { children, second } = birthCaseIn(folded);
  if (second && children === 1 && first.test(folded))
    return {
      more: 'Sinh con thứ hai, mẹ nghỉ',
      less: 'Sinh con đầu',
      from: mother.months,
      to: mother.secondChildMonths,
      cites: [...mother.cite, secondChild.cite],
    };
  if (children < 2 || second || !plain.test(folded)) return null;
  const to = mother.months + (children - 1) * mother.monthsPerFurtherChild;
  return { more: `Sinh ${children} con, mẹ nghỉ`, less: 'Sinh 1 con', from: mother.months, to, cites: mother.cite };
}

function ofFather(folded: string, { father, secondChild }: BirthLeave): Gap | null {
  const { children, second, surgery } = birthCaseIn(folded);
  const from = father.days;
  if (second && children === 1 && !surgery && first.test(folded))
    return {
      more: 'Vợ sinh con thứ hai, chồng nghỉ',
      less: 'Sinh con đầu',
      from,
      to: father.daysForSecondChild,
      cites: [...father.cite, secondChild.cite],
    };
  if (second || !plain.test(folded)) return null;
  if (surgery && children === 1)
    return {
      more: 'Vợ sinh mổ, chồng nghỉ',
      less: 'Sinh thường',
      from,
      to: father.daysWithSurgeryOrPreterm,
      cites: father.cite,
    };
  if (children !== 2 || surgery) return null;
  return { more: 'Vợ sinh đôi, chồng nghỉ', less: 'Sinh 1 con', from, to: father.daysForTwins, cites: father.cite };
}
