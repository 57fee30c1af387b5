import type { Measure, Year } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { spokenNumber } from './spoken-number.ts';

const asksGap =
  /\b(?:20(?:25|30) (?:tru|cong) (?:di )?(?:nam )?20(?:25|30)|tru (?:di )?(?:nam )?20(?:25|30)|(?:bao nhieu|may) diem|cach nhau|hon nhau|lech nhau|xe dich|(?:them|bot) (?:bao nhieu|may) (?:phan tram|%|diem|lan|be|ca))\b/;

/** Whether the step between the two milestones is asked for ("2030 trừ 2025 còn mấy điểm"). */
export function asksStep({ folded, asks }: { folded: string; asks: ReadonlySet<string> }): boolean {
  return asks.has('difference') || asksGap.test(folded);
}

type Step = { measure: Measure; by: number; sum: string };

function stepOf(measure: Measure): Step | null {
  const from = measure.values[2025];
  const to = measure.values[2030];
  if (!from || !to || from.value === to.value) return null;
  const [large, small] = to.value > from.value ? [to.value, from.value] : [from.value, to.value];
  const by = large - small;
  return { measure, by, sum: `${spokenNumber(large)} - ${spokenNumber(small)} = ${spokenNumber(by)}` };
}

function unitOf({ unit }: Measure): string {
  return unit === '%' ? 'điểm phần trăm' : unit.replace(/^\//, 'trên ');
}

/** The step between the two milestones, with the sum shown; empty when there is none. */
export function difference(measure: Measure): string {
  const step = stepOf(measure);
  if (!step) return fromStart(measure) ?? '';
  const way = (measure.values[2030]?.value ?? 0) > (measure.values[2025]?.value ?? 0) ? 'tăng' : 'giảm';
  return `Từ mốc 2025 đến mốc 2030 ${way}: ${step.sum} ${unitOf(measure)}.`;
}

/** The step from where things stood, where only that is set for the first milestone; `null` when it is not told. */
function fromStart({ baseline, values, unit }: Measure): string | null {
  const [own, late] = [values[2025], values[2030]];
  if (!baseline || !own || (late && late.value !== own.value) || own.value === baseline.value) return null;
  const [large, small] = own.value > baseline.value ? [own.value, baseline.value] : [baseline.value, own.value];
  const way = own.value > baseline.value ? 'tăng' : 'giảm';
  const sum = `${spokenNumber(large)} - ${spokenNumber(small)} = ${spokenNumber(large - small)}`;
  return `Từ mức ban đầu đến mốc 2025 ${way}: ${sum} ${unit}.`;
}

/**
 * How many times one milestone is of the other, with the sum shown; empty when there are no two, and where the target is
 * itself counted in times: "mấy lần" asks for it.
 */
export function ratio(measure: Measure): string {
  if (measure.unit === 'lần') return '';
  const from = measure.values[2025];
  const to = measure.values[2030];
  if (!from || !to || from.value === 0 || from.value === to.value) return '';
  const times = to.value / from.value;
  const rounded = Math.round(times * 100) / 100;
  return `Mốc 2030 so với mốc 2025: ${spokenNumber(to.value)} : ${spokenNumber(from.value)} ${rounded === times ? '=' : '≈'} ${spokenNumber(rounded)} lần.`;
}

const asksMore =
  /\b(?:nao|ben nao|cai nao)\b.*\b(?:nhieu|it|manh|nhanh|cham|cao|thap|lon|nho)(?: \S+)? hon\b|\b(?:tang|giam|nhich|len|xuong) (?:nhieu|it|manh|nhanh|cham|xa) hon\b/;

/** Whether the steps of two targets are set beside each other ("cấp nào phải tăng nhiều hơn"). */
export function asksWhichMore(folded: string): boolean {
  return asksMore.test(folded) && /\b(?:tang|giam|nhich|len|xuong|thay doi|keo|day|nang)\b/.test(folded);
}

/** The steps of two measures beside each other, with every sum shown; empty when there are no two of one unit. */
export function whichMore(measures: Measure[]): string {
  const [first, second, ...others] = measures.flatMap((one) => stepOf(one) ?? []);
  if (!first || !second || others.length > 0 || first.measure.unit !== second.measure.unit) return '';
  const head = 'Từ mốc 2025 đến mốc 2030:';
  const lines = [first, second].map((one) => `${capital(one.measure.name)}: ${one.sum} ${unitOf(one.measure)}.`);
  if (first.by === second.by) return `${head}\n${lines.join('\n')}\nHai chỉ tiêu thay đổi bằng nhau.`;
  const [more, less] = first.by > second.by ? [first, second] : [second, first];
  const gap = `${spokenNumber(more.by)} - ${spokenNumber(less.by)} = ${spokenNumber(more.by - less.by)}`;
  return `${head}\n${lines.join('\n')}\nThay đổi nhiều hơn: ${more.measure.name}, hơn ${gap} ${unitOf(more.measure)}.`;
}

const besideAnother = /\b(?:hon|kem|chenh|chenh lech|cach|cach nhau|lech)\b/;
/** "Hơn mốc 2025", "hơn trước": set beside another time, not beside another target. */
const besideAnotherTime =
  /\b(?:hon|kem|so voi|chenh|cach|lech)(?: so)?(?: voi)? (?:nam|moc|giai doan|gd|hoi|luc|truoc|hien|bay gio|20\d\d|muc)\b/;

/** How far the two targets of one passage stand apart in the year named, with the sum; empty when that is not asked. */
export function apartIn([first, second, ...others]: Measure[], year: Year | null, folded: string): string {
  if (!first || !second || others.length > 0 || first.unit !== second.unit || year === null) return '';
  if (!besideAnother.test(folded) || besideAnotherTime.test(folded)) return '';
  const [one, two] = [first.values[year], second.values[year]];
  if (!one || !two || one.value === two.value) return '';
  const [more, less] = one.value > two.value ? [first, second] : [second, first];
  const [large, small] = [Math.max(one.value, two.value), Math.min(one.value, two.value)];
  const sum = `${spokenNumber(large)} - ${spokenNumber(small)} = ${spokenNumber(large - small)}`;
  return `Năm ${year} chênh nhau: ${sum} ${unitOf(first)}. Cao hơn: ${more.name}. Thấp hơn: ${less.name}.`;
}

const wholeYear = /\b(?:ca|moi|mot|1|tron|het|hang|trong) nam\b/;
const halfYear = /\bnua nam\b|\b(?:6|sau) thang\b/;

/** What is set by the quarter, for a whole year or half of it where that is asked; empty elsewhere. */
export function inYear(measure: Measure, folded: string): string {
  const unit = /^(.+)\/quý$/.exec(measure.unit)?.[1];
  const each = measure.values[2025] ?? measure.values[2030];
  const half = halfYear.test(folded);
  if (unit === undefined || !each || !(half || wholeYear.test(folded))) return '';
  const quarters = half ? 2 : 4;
  const least = /^ít nhất /.test(each.said) ? ' ít nhất' : '';
  const sum = `${quarters} quý × ${spokenNumber(each.value)} = ${spokenNumber(quarters * each.value)}`;
  return `${half ? 'Nửa năm' : 'Cả năm'}${least}: ${sum} ${unit}.`;
}

const asksHours = /\b(?:may|bao nhieu) (?:gio|tieng|phut)\b/;
const hourly: Record<string, string> = { gio: 'giờ', tieng: 'giờ', phut: 'phút' };

/**
 * What so many times comes to, for the hours or minutes the question names ("đàn ông 2 giờ thì phụ nữ mấy giờ"), at the
 * milestone asked for or at both; empty where no one number is named.
 */
export function timesOf({ unit, values }: Measure, { folded, figures, words }: Question, year: Year | null): string {
  if (unit !== 'lần' || !asksHours.test(folded)) return '';
  const told = figures.flatMap(({ value, kind, to }) => {
    const spoken = hourly[words[to]?.folded ?? ''] ?? hourly[words[to - 1]?.folded ?? ''];
    return kind === 'number' && spoken !== undefined ? [{ value, spoken }] : [];
  });
  const [one, ...others] = told;
  if (!one || others.length > 0) return '';
  const milestones: Year[] = year === null ? [2025, 2030] : [year];
  return milestones
    .flatMap((at) => {
      const times = values[at]?.value;
      if (times === undefined) return [];
      const product = spokenNumber(Math.round(one.value * times * 100) / 100);
      return [
        `Mốc ${at}: ${spokenNumber(one.value)} ${one.spoken} × ${spokenNumber(times)} = ${product} ${one.spoken}.`,
      ];
    })
    .join('\n');
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
