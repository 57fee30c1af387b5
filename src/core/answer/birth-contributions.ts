import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import type { BirthLeave } from '../rules.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';

const topic = /\b(?:thai san|sinh|de|bau|thai)\b/;
/** "Đóng bảo hiểm được 5 tháng", "mới có 5 tháng bảo hiểm": so many months or years were paid. */
const paid =
  /(?<!\b(?:hop|lao|hoat|cong|hanh) )\b(?:dong|tham gia)(?: (?!(?:thi|de|sinh|ma|phai)\b)\S+){0,7} (\d{1,2}) (thang|nam)\b|\b(\d{1,2}) (thang|nam) (?:bao hiem|bhxh|bh)\b/;
const asks = /\b(?:khong|ko|k|hong|chua|duoc gi|sao|the nao)\b/;
/** Other things that such a sentence may ask, and cases with conditions of their own. */
const otherwise =
  /\b(?:huu|phat|duong thai|giu thai|vo sinh|con nuoi|mang thai ho|that nghiep|om dau|say thai|thai luu|cham dong|no bao hiem|may (?:thang|ngay)|bao (?:nhieu|lau)|may tien)\b/;
const voluntary = /\btu nguyen\b/;
const father = /\b(?:chong|bo|cha|ong xa)\b/;

/**
 * Whether so many months of contributions are enough for maternity pay, where the question tells how many; `null` when
 * it does not, or tells a case with conditions of its own.
 */
export function answerBirthContributions({ folded }: Question, knowledge: Knowledge): Composed | null {
  const rule = knowledge.birthLeave?.contributions;
  if (!rule || !topic.test(folded) || !asks.test(folded) || otherwise.test(folded) || father.test(folded)) return null;
  const found = paid.exec(folded);
  if (!found) return null;
  const count = Number(found[1] ?? found[3]);
  const months = (found[2] ?? found[4]) === 'nam' ? count * 12 : count;
  return voluntary.test(folded) ? ofVoluntary(months, rule, knowledge) : ofCompulsory(months, rule, knowledge);
}

type Contributions = NonNullable<BirthLeave['contributions']>;

function ofCompulsory(months: number, rule: Contributions, knowledge: Knowledge): Composed {
  const { months: needed, within, cite, afterRest } = rule;
  const condition = `từ đủ ${two(needed)} tháng trong ${within} tháng ngay trước khi sinh`;
  if (months >= needed)
    return made(
      `Đủ, nếu bạn đóng bảo hiểm xã hội bắt buộc ${condition}. Tháng đóng trước đó nữa thì không tính vào ${two(needed)} tháng này. Đủ rồi mới nghỉ việc trước khi sinh thì vẫn được hưởng.`,
      [cite, rule.leftWork],
      knowledge,
    );
  return made(
    `${missingOf(months, needed)} Luật cần đóng bảo hiểm xã hội bắt buộc ${condition}. Tới lúc sinh mà đóng đủ thì được hưởng.\n` +
      `Riêng người đã đóng từ đủ ${afterRest.paidBefore} tháng mà phải nghỉ dưỡng thai theo chỉ định thì cần từ đủ ${two(afterRest.months)} tháng trong ${within} tháng trước khi sinh.`,
    [cite, afterRest.cite],
    knowledge,
  );
}

function ofVoluntary(months: number, { voluntary: rule }: Contributions, knowledge: Knowledge): Composed {
  const condition = `từ đủ ${two(rule.months)} tháng trong ${rule.within} tháng trước khi sinh`;
  const enough =
    months >= rule.months
      ? `Đủ, nếu bạn đóng ${condition}.`
      : `${missingOf(months, rule.months)} Luật cần ${condition}.`;
  return made(`${enough} Cộng cả tháng đóng bảo hiểm bắt buộc và tự nguyện.`, [rule.cite], knowledge);
}

/** The sum is shown, so that the number typed is not told as if a law held it. */
function missingOf(months: number, needed: number): string {
  return `Chưa đủ, còn thiếu ${needed} - ${months} = ${needed - months} tháng.`;
}

const two = (value: number) => String(value).padStart(2, '0');

function made(text: string, cites: Citation[], knowledge: Knowledge): Composed {
  const all = distinct(cites);
  return { text, cites: all, passages: passagesAt(all, knowledge), more: null, outcome: 'answer' };
}
