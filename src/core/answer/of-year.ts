import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import type { Composed } from './composed.ts';

const asksTarget = /\b(?:chi tieu|muc tieu|phan dau|t[iy] (?:le|so|trong)|phan tram)\b/;

/** Rules of law hold from year to year; before and after these a share of women is another one, or not set at all. */
const lawful = { from: 2021, to: 2030 };

/** What is paid in a year to come is not told by what is paid now. */
const asksChange =
  /^(?!.*\b(?:tuoi|huu)\b).*\b(?:luong|tro cap|phu cap|muc phat|tien phat)\b.*\b(?:tang|giam|len)\b.*\b(?:bao nhieu|may)\b/;

/** What has been spent or sent so far. */
const spent = /\bda (?:\S+ )?(?:chuyen|chi|cap|giai ngan|tieu|rot|dung|bo tri|phan bo|nhan)\b/;

function ofNoSpending(composed: Composed): Composed {
  const text = `Kế hoạch ghi số tiền cần có, còn đã chi bao nhiêu thì mình không có số. Điều mình có:\n${composed.text}`;
  return { ...composed, text, outcome: 'decline' };
}

/** Words for a stretch of years, of which the plan does set its money. */
const spansYears = /\b(?:giai doan|den|tu|toi|nam nam)\b/;

/** A sum up to a year in which a stretch ends is one of the stretch; "tổng kinh phí năm 2027" asks of that year. */
function isOfStretch(folded: string, year: number | undefined): boolean {
  return spansYears.test(folded) || (/\btong\b/.test(folded) && (year === 2025 || year === 2030));
}

function ofNoOneYear(composed: Composed): Composed {
  const text = `Kế hoạch ghi tiền cho cả giai đoạn, không ghi riêng từng năm. Điều mình có:\n${composed.text}`;
  return { ...composed, text, outcome: 'decline' };
}

/** What the plan says beside its milestones, and what the law says of shares, is not told of a year it does not speak of. */
export function ofYearAsked(composed: Composed, passage: Passage, question: Question): Composed {
  const { years, folded, asks } = question;
  if (composed.outcome !== 'decline' && passage.facts.kind === 'budget' && spent.test(folded))
    return ofNoSpending(composed);
  if (composed.outcome === 'decline' || years.length === 0 || asks.has('check')) return composed;
  if (passage.facts.kind === 'budget' && years.length === 1 && !isOfStretch(folded, years[0]))
    return ofNoOneYear(composed);
  if (!asksTarget.test(folded) && !asksChange.test(folded) && years.every((year) => year <= lawful.to)) return composed;
  const said = `${composed.text}\n${passage.text}`;
  if (years.some((year) => said.includes(`${year}`) && !isBeside(year, passage))) return composed;
  const open =
    isBound(passage) || asksChange.test(folded)
      ? years
      : years.filter((year) => year < lawful.from || year > lawful.to);
  if (open.length === 0) return composed;
  return { ...composed, text: `Mình không có số của năm bạn hỏi. Điều mình có:\n${composed.text}`, outcome: 'decline' };
}

/** Parts of the plan and news of it are bound to their years. */
function isBound({ facts }: Passage): boolean {
  return facts.kind === 'objective' || facts.kind === 'update';
}

/** An objective names years only as its milestones. */
function isBeside(year: number, { facts }: Passage): boolean {
  return facts.kind === 'objective' && year !== 2025 && year !== 2030;
}
