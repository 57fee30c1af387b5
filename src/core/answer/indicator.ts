import type { Knowledge } from '../knowledge.ts';
import type { Measure, Passage, Year } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { answerers } from './answerers.ts';
import { asItStands, type Composed } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

export type Indicator = Passage & { facts: Extract<Passage['facts'], { kind: 'indicator' }> };

export function isIndicator(passage: Passage): passage is Indicator {
  return passage.facts.kind === 'indicator';
}

/** Answers from an indicator of the plan: its values, who answers for it, a difference, or a check of a figure. */
export function answerIndicator(
  passage: Indicator,
  question: Question,
  measures: Measure[],
  knowledge: Knowledge,
): Composed {
  const shown = measures.length > 0 ? measures : passage.facts.measures;
  const strange = question.years.filter((year) => year !== 2025 && year !== 2030);
  const base = asItStands(passage);
  if (question.asks.has('who') && !asksValue(question)) return answerers(passage, knowledge);
  const values = shown.map((measure) => valuesOf(measure, yearAsked(question))).join('\n');
  const claimed = claims(question, shown);
  const reached = wouldReach(question, shown, claimed);
  if (reached) return { ...base, text: `${reached}\n${values}` };
  const checked = claimed.length > 0 ? check(shown, claimed, question) : null;
  if (checked) return { ...base, text: `${checked}\n${values}` };
  if (question.asks.has('result') && !question.asks.has('check'))
    return {
      ...base,
      text: `Kết quả thực tế thì mình chưa có số liệu. Kế hoạch đặt mục tiêu:\n${values}\nBạn hỏi Sở Nội vụ hoặc Ủy ban nhân dân tỉnh để biết kết quả.`,
      outcome: 'decline',
    };
  if (strange.length > 0 && strange.length === question.years.length)
    return {
      ...base,
      text: `Mình không có số của năm bạn hỏi. Kế hoạch ghi:\n${values}`,
      outcome: question.asks.has('check') ? 'answer' : 'decline',
    };
  if (/\bgap (?:may|bao nhieu)\b/.test(question.folded))
    return { ...base, text: [values, ...shown.map(ratio)].filter(Boolean).join('\n') };
  if (question.asks.has('difference'))
    return { ...base, text: [values, ...shown.map(difference)].filter(Boolean).join('\n') };
  return { ...base, text: question.asks.has('check') ? `Theo kế hoạch:\n${values}` : values };
}

function asksValue(question: Question): boolean {
  return question.asks.has('how-much') && question.years.length > 0;
}

function yearAsked(question: Question): Year | null {
  const years = new Set(question.years.filter((year): year is Year => year === 2025 || year === 2030));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** "Tỷ lệ …: năm 2025 là 80 %, năm 2030 là 90 %." The year asked for comes first. */
export function valuesOf(measure: Measure, year: Year | null): string {
  const name = capital(measure.name);
  const baseline = measure.baseline ? ` (mức ban đầu: ${measure.baseline.said})` : '';
  const own = measure.values[2025];
  const late = measure.values[2030];
  if (measure.fromThenOn && own && (!late || late.value === own.value))
    return `${name}: từ năm 2025 trở đi là ${own.said}${baseline}.`;
  // One target for the whole period: the plan names no year for it.
  if (own && late && own.said === late.said) return `${name}: ${own.said}${baseline}.`;
  const order: Year[] = year === 2030 ? [2030, 2025] : [2025, 2030];
  const parts = order.flatMap((one) => {
    const amount = measure.values[one];
    return amount ? [`năm ${one} là ${amount.said}`] : [];
  });
  return parts.length === 0 ? `${name}${baseline}.` : `${name}: ${parts.join('; ')}${baseline}.`;
}

/** The step between the two milestones, with the sum shown; empty when there is none. */
function difference(measure: Measure): string {
  const from = measure.values[2025];
  const to = measure.values[2030];
  if (!from || !to || from.value === to.value) return '';
  const [large, small] = to.value > from.value ? [to, from] : [from, to];
  const unit = measure.unit === '%' ? 'điểm phần trăm' : measure.unit;
  const way = to.value > from.value ? 'tăng' : 'giảm';
  const step = `${spokenNumber(large.value)} - ${spokenNumber(small.value)} = ${spokenNumber(large.value - small.value)}`;
  return `Từ mốc 2025 đến mốc 2030 ${way}: ${step} ${unit}.`;
}

/** How many times one milestone is of the other, with the sum shown; empty when there are no two. */
function ratio(measure: Measure): string {
  const from = measure.values[2025];
  const to = measure.values[2030];
  if (!from || !to || from.value === 0 || from.value === to.value) return '';
  const times = to.value / from.value;
  const rounded = Math.round(times * 100) / 100;
  return `Mốc 2030 so với mốc 2025: ${spokenNumber(to.value)} : ${spokenNumber(from.value)} ${rounded === times ? '=' : '≈'} ${spokenNumber(rounded)} lần.`;
}

/**
 * The values the question claims. A bare number counts only in a yes/no question: "kế hoạch 99", "cấp 2" claim
 * nothing.
 */
function claims(question: Question, measures: Measure[]): number[] {
  const inPercent = measures.some((measure) => measure.unit === '%');
  return question.figures
    .filter(
      (one) =>
        one.unit === '%' || one.unit === 'lần' || (question.asks.has('check') && !(inPercent && one.value > 100)),
    )
    .map((one) => one.value);
}

/** "Năm 2025 mà 35% thì đạt chưa": a figure held against the target of the year named; `null` when that is not asked. */
function wouldReach(question: Question, measures: Measure[], claimed: number[]): string | null {
  const [measure, ...others] = measures;
  const [figure, ...more] = claimed;
  const year = yearAsked(question);
  if (!measure || figure === undefined || others.length > 0 || more.length > 0 || year === null) return null;
  if (!/\b(?:thi|la) (?:da |co )?dat (?:chua|khong|roi)\b/.test(question.folded)) return null;
  const target = measure.values[year]?.value;
  if (target === undefined || measure.direction === 'keep') return null;
  const isThere = measure.direction === 'up' ? figure >= target : figure <= target;
  return isThere ? 'Vậy là đạt mục tiêu năm ấy.' : 'Vậy là chưa đạt mục tiêu năm ấy.';
}

/** Says whether the figure in the question is the plan's; `null` when there is no figure to compare. */
function check(measures: Measure[], figures: number[], question: Question): string | null {
  const years = question.years;
  const matches = measures.flatMap((measure) =>
    ([2025, 2030] as const).filter((year) => {
      const value = measure.values[year]?.value;
      return value !== undefined && figures.includes(value);
    }),
  );
  const known = measures.some((measure) => measure.baseline && figures.includes(measure.baseline.value));
  if (matches.length === 0) return known ? null : 'Con số bạn nêu không khớp với kế hoạch. Con số đúng là:';
  if (years.length === 0) return question.asks.has('check') ? `Đúng, đó là mốc năm ${matches[0]}.` : null;
  if (matches.some((year) => years.includes(year))) return question.asks.has('check') ? 'Đúng vậy.' : null;
  return `Chưa đúng: con số đó là mốc năm ${matches[0]}.`;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
