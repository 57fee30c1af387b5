import type { Knowledge } from '../knowledge.ts';
import { matchable } from '../question/names.ts';
import type { Question } from '../question/understand.ts';
import { type Composed, distinct } from './composed.ts';

/** Offices of a province that people ask about by name, folded, as they are told. */
const offices: ReadonlyArray<readonly [pattern: RegExp, name: string]> = [
  [/\b(?:so|nganh) cong thuong\b/, 'Sở Công Thương'],
  [/\b(?:so|nganh) xay dung\b/, 'Sở Xây dựng'],
  [/\b(?:so|nganh) nong nghiep\b/, 'Sở Nông nghiệp'],
  [/\b(?:so|nganh) giao thong\b/, 'Sở Giao thông vận tải'],
  [/\b(?:so|nganh) tai nguyen\b/, 'Sở Tài nguyên và Môi trường'],
  [/\bso ngoai vu\b/, 'Sở Ngoại vụ'],
  [/\b(?:bo doi bien phong|bien phong|don bien phong)\b/, 'Bộ đội Biên phòng'],
  [/\b(?:bo chi huy quan su|ban chi huy quan su|quan doi)\b/, 'Bộ Chỉ huy quân sự'],
  [/\btoa an\b/, 'Tòa án'],
  [/\bvien kiem sat\b/, 'Viện kiểm sát'],
  [/\b(?:bao hiem xa hoi|bhxh) tinh\b/, 'Bảo hiểm xã hội tỉnh'],
  [/\bngan hang\b/, 'Ngân hàng'],
  [/\bhai quan\b/, 'Hải quan'],
  [/\bkiem lam\b/, 'Kiểm lâm'],
  [/\bhoi cuu chien binh\b/, 'Hội Cựu chiến binh'],
  [/\bhoi nguoi cao tuoi\b/, 'Hội Người cao tuổi'],
];
const ofPlan = /\bke hoach\b/;
const asksDuties =
  /\b(?:lam (?:nhung )?gi|giao (?:nhung )?(?:gi|viec)|(?:nhiem vu|viec|trach nhiem) (?:gi|nao)|co (?:viec|nhiem vu|trach nhiem|ten)|phu trach|vai tro)\b/;

/**
 * Says that the plan gives an office no task by name ("sở công thương làm gì trong kế hoạch"), and whom it names; `null`
 * when the plan names it, or something else is asked.
 */
export function answerAgencyAbsent(question: Question, knowledge: Knowledge): Composed | null {
  const { folded } = question;
  if (question.agency !== null || !ofPlan.test(folded) || !asksDuties.test(folded)) return null;
  const found = offices.find(([pattern]) => pattern.test(folded));
  if (!found) return null;
  const [pattern, name] = found;
  const plan = [...knowledge.passages.values()].filter(
    ({ document, facts }) => document === knowledge.plan && facts.kind !== 'update' && facts.kind !== 'unknown',
  );
  if (plan.some((one) => pattern.test(matchable(one.text)))) return null;
  const duties = knowledge.agencies.flatMap((one) => knowledge.passages.get(one.passage) ?? []);
  const named = knowledge.agencies.map((one) => one.name).join('; ');
  return {
    text: `Kế hoạch không nêu tên ${name} trong phần giao việc. Phần ấy nêu tên: ${named}.`,
    cites: distinct(duties.flatMap((one) => one.cites)),
    passages: duties.map((one) => one.id),
    more: null,
    outcome: 'answer',
  };
}
