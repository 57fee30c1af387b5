import { mentionsIn } from '../communes.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import type { Composed } from './composed.ts';

/** Where somebody lives or works, or the province itself: the commune named is not what the figure is asked of. */
const beside =
  /\b(?:toi|em|minh|chau|chung toi|nha) (?:o|la|lam|dang|song|thuoc|cong tac)\b|\b(?:can bo|nguoi|dan) (?:o )?(?:xa|phuong|huyen|thi tran)\b|\b(?:cua|ca|toan) tinh\b|\btinh (?:minh|ta|dat|giao)\b/;

/** Who gets how much of the plan's money. */
const shareOfMoney =
  /\b(?:so|hoi|nganh|xa|phuong|huyen|cong an|doan|truong|don vi)\b(?: \S+){0,5} duoc (?:chia|cap|phan bo|nhan|giao|rot)(?: \S+)? (?:bao nhieu|may)(?! (?:viec|nhiem vu|chi tieu|muc tieu))\b|\b(?:moi|tung) (?:so|hoi|nganh|xa|phuong|huyen|truong|don vi|noi)\b(?: \S+){0,3} (?:bo ra|bo|gop|dong gop|chi|lo|nop) (?:bao nhieu|may)\b/;

/** A plan that some other office made for itself. */
const ownPlan =
  /\bke hoach(?: (?:ve )?(?:binh dang gioi|bdg))?(?: rieng)? (?:cua|o) (?:rieng )?(?:xa|phuong|huyen|thon|ban|truong|co quan|don vi|cong t[iy])\b/;

/** The plan sets its figures for the province as a whole: of one commune or district it says none. */
export function ofUnitAsked(
  composed: Composed,
  { facts, document }: Passage,
  { words, folded, asked }: Question,
  knowledge: Knowledge,
): Composed {
  const ofPlan = composed.outcome !== 'decline' && document === knowledge.plan;
  if (ofPlan && shareOfMoney.test(folded) && (facts.kind === 'budget' || wantedFact(asked) === 'money'))
    return {
      ...composed,
      text: `Kế hoạch không ghi mỗi nơi được bao nhiêu tiền. Điều mình có:\n${composed.text}`,
      outcome: 'decline',
    };
  if (ofPlan && ownPlan.test(folded))
    return {
      ...composed,
      text: `Mình chỉ có kế hoạch chung của tỉnh, không có kế hoạch riêng của nơi bạn hỏi. Kế hoạch của tỉnh:\n${composed.text}\nKế hoạch của nơi bạn hỏi thì hỏi chính nơi đó.`,
      outcome: 'decline',
    };
  if (composed.outcome === 'decline' || !knowledge.communes) return composed;
  if ((facts.kind !== 'indicator' && facts.kind !== 'budget') || beside.test(folded)) return composed;
  if (!mentionsIn(words, knowledge.communes).some((one) => one.kind !== null && one.kind !== 'thành phố'))
    return composed;
  const text = `Kế hoạch đặt số chung cho cả tỉnh, không ghi riêng từng xã, phường hay huyện. Số chung của tỉnh:\n${composed.text}\nSố của nơi bạn hỏi thì hỏi Ủy ban nhân dân xã, phường hoặc Sở Nội vụ.`;
  return { ...composed, text, outcome: 'decline' };
}
