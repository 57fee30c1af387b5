import type { Question } from './understand.ts';

/** Words that name the plan's money by themselves. */
const sure =
  /\b(?:kinh phi|ngan sach|nguon von|nguon luc|(?<!(?:hai|2|ca|may) )nguon tien|du toan|von (?:doi ung|trung uong|dia phuong|tinh))\b/;
/** "Kế hoạch tốn bao nhiêu", which names no money. */
const planCosts =
  /\bke hoach\b(?: \S+){0,4} (?:ton|tieu|chi) (?:het |mat )?(?:bao nhieu|may)\b|\b(?:ton|tieu|chi) (?:het )?(?:bao nhieu|may)(?: \S+){0,4} ke hoach\b/;
/** What the central budget is asked for, or the province expects to spend, in which no money is named. */
const planGets =
  /\b(?:xin|de nghi) trung uong\b.*\b(?:bao nhieu|may)\b|\btrung uong (?:rot|cap|cho|ho tro|chi)\b(?: \S+){0,5} (?:bao nhieu|may)\b|\btinh (?:du tru|du tinh|du chi|du kien)(?: \S+){0,2} (?:bao nhieu|may)\b/;
/** A plan of somebody's own: to leave, to run, to marry. */
const ownPlan = /\bke hoach (?:bo|tron|ra (?:di|khoi)|di|thoat|ly hon|li hon|cuoi|sinh con|lam an)\b/;
/** Words for money; typed with diacritics, "tiên" and "tiến" are none. */
const money = /^(?:tien|tiền|trieu|triệu|ty|tỷ|tỉ|von|vốn|nguon|nguồn)$/;
/** "Ưu tiên", "tỷ lệ": the same syllables inside words that name no money. */
const notMoney = /\b(?:uu tien|dau tien|tien (?:si|sy|bo|hanh|trinh|len)|t[iy] (?:le|so|trong|suat))\b/;
const ofPlan =
  /\b(?:trung uong|dia phuong|giai doan|ke hoach|huy dong|(?:cua|toan|ca|trong) tinh|tinh (?:ta|minh|nha|chi|bo)|20(?:21|26)(?: \S+){0,3} 20(?:25|30))\b/;
const namesPlan = /\b(?:ke hoach|binh dang gioi)\b/;
/** Money of people, which no plan pays. */
const ofPeople =
  /\b(?:phat|tro cap|luong|cap duong|le phi|an phi|boi thuong|thach cuoi|bao hiem|sinh (?:doi|con|ba)|(?:sap|moi|vua|khi|luc) (?:sinh|de))\b/;

/** Whether it asks what the plan costs as a whole. */
export function asksPlanCost({ words }: Pick<Question, 'words'>): boolean {
  const folded = words.map((word) => word.folded).join(' ');
  return !ownPlan.test(folded) && planCosts.test(folded);
}

/** Whether a question speaks of the plan's own money; a sum from the plan's budget answers no other. */
export function speaksOfPlanMoney({ words }: Pick<Question, 'words'>): boolean {
  const folded = words.map((word) => word.folded).join(' ');
  if (ownPlan.test(folded)) return false;
  if (sure.test(folded) || planCosts.test(folded)) return true;
  if (planGets.test(folded) && namesPlan.test(folded)) return true;
  const named = /\bchi phi\b/.test(folded) || words.some((word, at) => money.test(word.raw) && !isOther(words, at));
  return named && ofPlan.test(folded) && !ofPeople.test(folded);
}

function isOther(words: Question['words'], at: number): boolean {
  const [before, word, after] = [at - 1, at, at + 1].map((one) => words[one]?.folded ?? '');
  return notMoney.test(`${before} ${word}`) || notMoney.test(`${word} ${after}`);
}
