import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { otherProvinces } from '../question/provinces.ts';
import type { Question } from '../question/understand.ts';
import type { Composed } from './composed.ts';

/** What each province has for itself. */
const ofProvince =
  /\b(?:ke hoach|muc tieu|chi tieu|muc sinh|t[iy] so gioi tinh|t[iy] le (?:nu|phu nu|tao hon|li hon)|nghi quyet|chinh sach|ho tro (?:phu nu|bao nhieu)|noi tam lanh|(?:bao nhieu|may) (?:vu|ti|nguoi|phu nu|cap)|kinh phi|ngan sach|so (?:noi vu|lao dong|y te|tu phap|giao duc|tai chinh)|uy ban (?:nhan dan )?tinh|tinh doan|mo hinh|trung tam|nha tam lanh|dia chi|dien thoai|hotline|duong day nong)\b/;

/** Whether another province's own affairs are asked for: its plan, offices or numbers. The law is the same there. */
export function asksElsewhere(question: Question, knowledge: Knowledge): boolean {
  return (ofProvince.test(question.folded) || asksWhatItDoes(question)) && namesElsewhere(question, knowledge);
}

/**
 * "Tỉnh Sơn La chi bao nhiêu", "Cao Bằng đến 2030 giảm mấy giờ": a province at the head of the message does something.
 * "Dành" is left out: without marks it is "đánh", which the law punishes everywhere.
 */
function asksWhatItDoes({ folded }: Question): boolean {
  return /^(?:(?:o|tai|ben) )?(?:tinh |thanh pho )?\S+ \S+(?: \S+)? (?:dat|chi (?:bao nhieu|may|tien)|den(?: nam)? 20\d\d|ho tro|phan dau|giao|co (?:bao nhieu|may|nhung|mo hinh|nha|trung tam))\b/.test(
    folded,
  );
}

/** Whether an answer from this province's own affairs would be given to a question about another province. */
export function isOfHere(passage: Passage | undefined, question: Question, knowledge: Knowledge): boolean {
  return passage?.document === knowledge.plan && namesElsewhere(question, knowledge);
}

const compares = /\b(?:so voi|so sanh|hon|bang|khac|giong|kem)\b/;

/** Whether another province is only what home is set against ("so với Hà Giang thì …"). */
export function comparesWithElsewhere(question: Question, knowledge: Knowledge): boolean {
  return /\bso (?:voi|sanh)\b/.test(question.folded) && namesOther(question, knowledge);
}

/** Whether a province is named that is neither home nor one that was joined to it. */
function namesOther({ words }: Question, { communes, provinces }: Knowledge): boolean {
  if (!communes) return false;
  const home = [communes.map.province, ...communes.map.communes.map((one) => one.area)];
  return otherProvinces(words, provinces, home).length > 0;
}

/** The half of a comparison that is home's; the other province's is not held here. */
export function withoutElsewhere(composed: Composed, question: Question, knowledge: Knowledge): Composed {
  const map = knowledge.communes?.map;
  const ofPlan = composed.passages.some((id) => knowledge.passages.get(id)?.document === knowledge.plan);
  if (!map || !ofPlan || composed.outcome === 'decline' || !compares.test(question.folded)) return composed;
  if (!namesOther(question, knowledge)) return composed;
  const text = `Số của tỉnh khác thì mình không có, bạn hỏi Sở Nội vụ ở đó. Phần của tỉnh ${map.province}:\n${composed.text}`;
  return { ...composed, text, outcome: 'decline' };
}

/** What a province planned for itself before others were joined to it. */
const plannedBefore = /\b(?:ke hoach|muc tieu|chi tieu|kinh phi|ngan sach)\b/;
/** Whether the plan counts there, and what came of the joining, is told. */
const ofJoining = /\b(?:ap dung|hieu luc|sap nhap|sat nhap|hop nhat|gop|nhap|thay)\b/;
/** "Hồi chưa nhập tỉnh", "trước khi sáp nhập": of what was before. */
const beforeJoining = /\b(?:chua|truoc|truoc khi|truoc luc) (?:sap nhap|sat nhap|hop nhat|gop|nhap)\b/g;

function namesElsewhere(question: Question, knowledge: Knowledge): boolean {
  const map = knowledge.communes?.map;
  if (!map) return false;
  const joined = map.communes.map((one) => one.area);
  const ofOne = plannedBefore.test(question.folded) && !ofJoining.test(question.folded.replace(beforeJoining, ' '));
  const home = ofOne ? [map.province] : [map.province, ...joined];
  const others = otherProvinces(question.words, knowledge.provinces, home);
  // What asks how home differs from another province is at least half about home.
  return (
    others.length > 0 && !home.some((name) => otherProvinces(question.words, knowledge.provinces, []).includes(name))
  );
}
