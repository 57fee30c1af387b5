import type { Question } from './understand.ts';

/** What the plan is made of, as people ask for all of it at once. */
export type PlanParts = 'muc tieu' | 'chi tieu' | 'giai phap';

/** Words that only shape such a question or name the plan. */
const shaping = new Set(
  (
    'cac nhung cai ke hoach kh cua tinh minh ta ve binh dang gioi bdg la gi j gom co nao the ntn den toi nam thuc hien ' +
    'trong cho biet liet ke ten het cu chinh noi noi dung ra sao giai doan'
  ).split(' '),
);
const year = /^(?:2025|2030)$/;

/**
 * "Mục tiêu kế hoạch là gì", "các chỉ tiêu đến năm 2030": all parts of one kind are asked for, none is named; `null`
 * otherwise.
 */
export function planPartsAsked({ folded, place, agency, asks }: Question): PlanParts | null {
  if (place.objective !== null || agency !== null || asks.has('who')) return null;
  const named = folded.match(/\b(?:muc tieu|chi tieu|giai phap)\b/g) ?? [];
  if (named.length !== 1) return null;
  const others = folded
    .replace(named[0] ?? '', ' ')
    .split(' ')
    .filter((word) => word !== '');
  const ofPlan =
    others.some((word) => /^(?:ke|kh|cac|nhung)$/.test(word)) ||
    (asks.has('define') && others.some((word) => year.test(word)));
  return ofPlan && others.every((word) => shaping.has(word) || year.test(word)) ? (named[0] as PlanParts) : null;
}
