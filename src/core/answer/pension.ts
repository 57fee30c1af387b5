import type { Knowledge } from '../knowledge.ts';
import { moneyTyped, typedIn } from '../question/amounts-typed.ts';
import { type Sex, sexOf } from '../question/sex.ts';
import type { Question } from '../question/understand.ts';
import type { Pension, PensionStep } from '../rules.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';
import { spokenMoney } from './money.ts';

/** "Đóng bảo hiểm 25 năm hưởng mấy phần trăm": years of contributions bring a share of the wage in a pension alone. */
const topic =
  /\b(?:luong huu|huu tri|tien huu|huong huu|huu)\b|^(?!.*\b(?:thai san|sinh|de|om|that nghiep|y te|mot lan|tu tuat)\b).*\b(?:bao hiem|bhxh)\b.*\b(?:huong|nam\b.*\b(?:phan tram|%))|\bdong (?:(?:bao hiem|bhxh|du) )*(?:bao nhieu|may) nam\b.*(?:%|phan tram|kich tran)/;
/** The most a pension may be. */
const most = /\b(?:kich tran|(?:cao|nhieu) nhat|toi da|muc tran|het khung)\b/;
const paid = /\b(?:dong|bao hiem|bhxh|cong tac|tham gia|lam viec|lam)\b/;
const asksShare =
  /%|\b(?:phan tram|ty le|ti le|muc huong|muc luong huu)\b|\bluong huu\b.*\b(?:bao nhieu|may)\b|\b(?:bao nhieu|may)\b.*\bluong huu\b/;
const asksOther =
  /\b(?:may|bao nhieu) tuoi\b|\b(?:khi nao|bao gio|thu tuc|ho so|giay to|o dau)\b|\b(?:ve|nghi)(?: huu)? som\b/;
const asksYears = /\b(?:may|bao nhieu) nam\b/;
const nameOf: Record<Sex, string> = { female: 'Nữ', male: 'Nam' };

/**
 * Answers what share of the wage a pension is after so many years of contributions, or how many years bring a share,
 * with the sum shown; `null` when that is not asked.
 */
export function answerPension(question: Question, knowledge: Knowledge): Composed | null {
  const rule = knowledge.pension;
  const { folded } = question;
  if (!rule || !topic.test(folded) || !paid.test(folded) || asksOther.test(folded)) return null;
  const sex = sexOf(question.words);
  const sexes: Sex[] = sex === null ? ['female', 'male'] : [sex];
  const percent = typedIn('%', question)[0] ?? (most.test(folded) ? rule.most : undefined);
  if (asksYears.test(folded) && percent !== undefined) {
    const lines = sexes.flatMap((one) => yearsFor(percent, one, rule) ?? []);
    return lines.length === 0 ? null : made(lines, knowledge, rule);
  }
  const years = typedIn('năm', question).filter((one) => one > 0 && one <= 60 && Number.isInteger(one));
  const [first] = years;
  if (first === undefined || !asksShare.test(folded)) return null;
  if (first < rule.leastYears)
    return made(
      [`Đóng ${first} năm thì chưa đủ ${rule.leastYears} năm nên chưa có lương hưu hằng tháng.`],
      knowledge,
      rule,
    );
  const [wage] = moneyTyped(question);
  const lines = sexes.flatMap((one) => years.map((each) => shareAfter(each, one, rule, wage)));
  const months = typedIn('tháng', question).length > 0 ? ['Tháng lẻ tính thêm thế nào thì mình chưa có.'] : [];
  const of = wage === undefined ? ['Tỷ lệ này tính trên mức bình quân tiền lương đóng bảo hiểm xã hội.'] : [];
  return made([...lines, ...of, ...months], knowledge, rule);
}

function stepsOf(sex: Sex, { women, men }: Pension): PensionStep[] {
  return sex === 'female' ? women : men;
}

/** The share after whole years of contributions, before the cap; the years must be enough. */
export function shareOf(years: number, steps: PensionStep[]): { step: PensionStep; share: number } | null {
  const step = steps.findLast((one) => one.years <= years);
  return step ? { step, share: step.percent + (years - step.years) * step.perYear } : null;
}

function shareAfter(years: number, sex: Sex, rule: Pension, wage: number | undefined): string {
  const found = shareOf(years, stepsOf(sex, rule));
  if (!found) return `${nameOf[sex]} đóng ${years} năm: chưa có lương hưu.`;
  const { step, share } = found;
  const sum =
    years === step.years ? `${share}%` : `${step.percent}% + (${years} - ${step.years}) × ${step.perYear}% = ${share}%`;
  const capped = Math.min(share, rule.most);
  const cap = share > rule.most ? `, nhưng cao nhất là ${rule.most}%` : '';
  const pay =
    wage === undefined
      ? ''
      : ` Nếu mức bình quân tiền lương đóng bảo hiểm là ${spokenMoney(wage)}: ${capped}% × ${spokenMoney(wage)} = ${spokenMoney((wage * capped) / 100)} một tháng.`;
  return `${nameOf[sex]} đóng ${years} năm: ${sum}${cap}.${pay}`;
}

/** How many full years bring the share; `null` when it is below the first or above the most. */
function yearsFor(percent: number, sex: Sex, rule: Pension): string | null {
  const steps = stepsOf(sex, rule);
  if (percent > rule.most) return `Cao nhất là ${rule.most}%.`;
  for (const [at, step] of steps.entries()) {
    const years = step.years + Math.ceil((percent - step.percent) / step.perYear);
    const next = steps[at + 1];
    if (years < step.years || (next && years >= next.years)) continue;
    if (years === step.years) return `${nameOf[sex]} đóng ${years} năm được ${step.percent}%.`;
    return `${nameOf[sex]}: ${step.years} + (${percent} - ${step.percent}) : ${step.perYear} = ${years} năm đóng thì được ${percent}%.`;
  }
  return null;
}

function made(lines: string[], knowledge: Knowledge, rule: Pension): Composed {
  const cites = distinct([rule.cite, rule.condition]);
  return { text: lines.join('\n'), cites, passages: passagesAt(cites, knowledge), more: null, outcome: 'answer' };
}
