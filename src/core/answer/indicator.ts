import type { Knowledge } from '../knowledge.ts';
import type { Measure, Passage, Year } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { wordsOf } from '../search/terms.ts';
import { answerers } from './answerers.ts';
import { asItStands, type Composed } from './composed.ts';
import {
  apartIn,
  asksStep,
  asksWhichMore,
  capital,
  difference,
  inYear,
  ratio,
  timesOf,
  whichMore,
} from './target-sums.ts';

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
  const bare = shown.map((measure) => valuesOf(measure, yearAsked(question))).join('\n');
  const values = question.asks.has('check') || speaksOfTarget(question) ? bare : `Kế hoạch đặt mục tiêu:\n${bare}`;
  const compared = asksWhichMore(question.folded) ? whichMore(passage.facts.measures) : '';
  if (compared) return { ...base, text: compared, settled: true };
  if (asksWho(question)) {
    const who = answerers(passage, knowledge);
    return asksValue(question) ? { ...who, text: `${values}\n${who.text}`, settled: true, screens: 2 } : who;
  }
  if (asksWhichOnes(question))
    return {
      ...base,
      text: `Kế hoạch không ghi tên nơi nào cụ thể. Kế hoạch chỉ đặt mục tiêu:\n${bare}\nBạn hỏi Sở Nội vụ hoặc Ủy ban nhân dân tỉnh.`,
      outcome: 'decline',
    };
  const claimed = claims(question, shown);
  const period = otherPeriod(question, passage);
  if (period) return { ...base, text: `${period}\n${values}` };
  const misplaced = otherMilestone(question, shown);
  if (misplaced) return { ...base, text: `${misplaced}\n${values}` };
  const reached = wouldReach(question, shown, claimed);
  if (reached) return { ...base, text: `${reached}\n${values}` };
  const checked = claimed.length > 0 ? check(shown, claimed, question) : null;
  if (checked) return { ...base, text: `${checked}\n${values}` };
  if (question.asks.has('result') && !question.asks.has('check'))
    return {
      ...base,
      text: `Kết quả thực tế thì mình chưa có số liệu. Kế hoạch đặt mục tiêu:\n${bare}\nBạn hỏi Sở Nội vụ hoặc Ủy ban nhân dân tỉnh để biết kết quả.`,
      outcome: 'decline',
    };
  if (strange.length > 0 && strange.length === question.years.length)
    return {
      ...base,
      text: `Mình không có số của năm bạn hỏi. Kế hoạch ghi:\n${bare}`,
      outcome: question.asks.has('check') ? 'answer' : 'decline',
    };
  if (/\bgap (?:may|bao nhieu)\b/.test(question.folded))
    return { ...base, text: [values, ...shown.map(ratio)].filter(Boolean).join('\n') };
  const times = shown.map((measure) => timesOf(measure, question, yearAsked(question))).filter(Boolean);
  if (times.length > 0) return { ...base, text: [...times, values].join('\n'), settled: true };
  const year = shown.map((measure) => inYear(measure, question.folded)).filter(Boolean);
  if (year.length > 0 && !question.asks.has('check')) return { ...base, text: [values, ...year].join('\n') };
  const apart = asksStep(question) ? apartIn(passage.facts.measures, yearAsked(question), question.folded) : '';
  if (apart) {
    const both = passage.facts.measures.map((measure) => valuesOf(measure, yearAsked(question))).join('\n');
    return { ...base, text: `${apart}\n${both}`, settled: true };
  }
  if (asksStep(question)) return { ...base, text: [values, ...shown.map(difference)].filter(Boolean).join('\n') };
  return { ...base, text: question.asks.has('check') ? `Theo kế hoạch:\n${values}` : values };
}

const ofTarget =
  /\b(?:ke hoach|kh|chi tieu|muc tieu|tieu chi|phan dau|moc|muc(?! do)|dat|phai|muon|(?<!gia )dinh(?! kien)|nham|huong toi|se|toi thieu|it nhat|toi da|den nam|toi nam)\b/;

/** Whoever names no target and no year may take its value for how things are. */
function speaksOfTarget({ years, folded, document }: Question): boolean {
  return years.length > 0 || document !== null || ofTarget.test(folded);
}

/** "Mỗi quý phát mấy tin": whoever says what they are in charge of may still ask for the figure. */
const countsItems = /\b(?:may|bao nhieu) (?:tin|bai|lan|ca|lop|phan tram|%)(?= |$)/;

/** "Cho biết mốc 2030, rồi ai theo dõi": both are wanted. */
const namesValue = /\b(?:moc|muc|con so|t[iy] le)\b/;

function asksValue({ asks, years, folded }: Question): boolean {
  if (countsItems.test(folded) && asks.has('how-much')) return true;
  return years.length > 0 && (asks.has('how-much') || namesValue.test(folded));
}

/** Who is asked for by a word that asks, not by "sở", "cấp" beside a figure that is wanted. */
const asksForWhom =
  /\b(?:ai|(?:(?<!con )so|co quan|don vi|nganh|ben|phong|ban) nao)\b|\b(?:phu trach|chiu trach nhiem|chu tri|theo doi|bao cao|lo)\b/;

function asksWho({ asks, folded }: Question): boolean {
  return asks.has('who') && asksForWhom.test(folded);
}

const whichOnes =
  /\bten (?:la )?gi\b|\b(?:benh vien|tram y te|phong kham|co so y te|xa|huyen|doanh nghiep|cong ty|hop tac xa|truong) nao (?:dang|da|duoc|co|o|tai|cua)\b|\bo (?:benh vien|tram|phong kham|xa|huyen|co so) nao(?! cung)\b/;

/** "Bệnh viện nào đang khám, tên gì": the plan sets how many, and names none. A target may have a name itself. */
function asksWhichOnes({ folded, place }: Question): boolean {
  if (place.indicator !== null || place.objective !== null) return false;
  return whichOnes.test(folded) && !/\b(?:bao nhieu|may)\b/.test(folded);
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

/**
 * The values the question claims. A bare number counts only in a yes/no question: "kế hoạch 99", "cấp 2" claim
 * nothing.
 */
function claims(question: Question, measures: Measure[]): number[] {
  const inPercent = measures.some((measure) => measure.unit === '%');
  // "Bao lâu 1 lần" asks how often.
  const asksHowOften =
    /\b(?:bao lau|may (?:thang|tuan|ngay|nam)|bao nhieu (?:thang|tuan|ngay|nam)) (?:1|mot) lan\b/.test(question.folded);
  return (
    question.figures
      .filter((one) => !(asksHowOften && one.unit === 'lần' && one.value === 1))
      // "Lớp 11", "cấp 2": of a school, no share.
      .filter((one) => !/^(?:lop|cap|khoi)$/.test(question.words[one.from - 1]?.folded ?? ''))
      .filter(
        (one) =>
          one.unit === '%' || one.unit === 'lần' || (question.asks.has('check') && !(inPercent && one.value > 100)),
      )
      .map((one) => one.value)
  );
}

const periods: Record<string, string> = { tuan: 'tuần', thang: 'tháng', quy: 'quý', nam: 'năm' };

/** "Mỗi năm 4 tin đúng không" of what is set by the quarter: the figure may be the plan's, the period is not. */
function otherPeriod({ folded, asks }: Question, { text }: Indicator): string | null {
  const own = /(?:mỗi|hàng|hằng) (tuần|tháng|quý|năm)/.exec(text)?.[1];
  const said = [...folded.matchAll(/\b(?:moi|mot|hang|1) (tuan|thang|quy|nam)\b/g)].map((one) => periods[one[1] ?? '']);
  if (own === undefined || !asks.has('check') || said.length === 0 || said.includes(own)) return null;
  return `Chưa đúng: kế hoạch tính theo từng ${own}, không phải theo ${said[0]}.`;
}

/** "109 là của năm 2025 mà sao ghi 112": a figure said to be of the other milestone; `null` when none is. */
function otherMilestone({ folded }: Question, measures: Measure[]): string | null {
  const said = /\b(\d+(?:[.,]\d+)?)(?: \S+){0,3} (?:la|thuoc) (?:cua |moc |cho |chi tieu )*(?:nam )?(2025|2030)\b/.exec(
    folded,
  );
  if (!said) return null;
  const value = Number((said[1] ?? '').replace(',', '.'));
  const year: Year = said[2] === '2025' ? 2025 : 2030;
  const other: Year = year === 2025 ? 2030 : 2025;
  const is = (at: Year) => measures.some((one) => one.values[at]?.value === value);
  return is(other) && !is(year) ? `Chưa đúng: con số đó là mốc năm ${other}.` : null;
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
  const agrees = question.asks.has('check') ? (ofSomethingElse(measures, question) ?? 'Đúng vậy.') : null;
  if (years.length === 0) return agrees?.replace('Đúng vậy.', `Đúng, đó là mốc năm ${matches[0]}.`) ?? null;
  if (matches.some((year) => years.includes(year))) return agrees;
  const amiss = `con số đó là mốc năm ${matches[0]}`;
  return ofSomethingElse(measures, question) === null
    ? `Chưa đúng: ${amiss}.`
    : `Chưa đúng: ${amiss}, và cần hiểu cho đúng. Kế hoạch ghi:`;
}

/**
 * "60 % lãnh đạo phải là nữ": the plan's figure is a share of offices that have women who lead, not of those who lead.
 * Said where a target is a share of what has something, and the question names only what it has.
 */
function ofSomethingElse([measure, ...others]: Measure[], { words }: Question): string | null {
  const of = /^tỷ lệ (.+?) có /.exec(measure?.name ?? '')?.[1];
  if (of === undefined || others.length > 0) return null;
  // By pairs, for "có" folds like "cơ"; "sếp nữ ở cơ quan" names the office as a place only.
  const spoken = wordsOf(of).map((word) => word.folded);
  const pairs = new Set(spoken.slice(1).map((word, at) => `${spoken[at]} ${word}`));
  const names = (at: number) => pairs.has(`${words[at]?.folded} ${words[at + 1]?.folded}`);
  const isPlace = (at: number): boolean =>
    /^(?:o|tai|trong|cua|cho)$/.test(words[at - 1]?.folded ?? '') ||
    (names(at - 1) && isPlace(at - 1)) ||
    (names(at - 2) && isPlace(at - 2));
  if (words.some((_, at) => names(at) && !isPlace(at))) return null;
  return 'Kế hoạch có con số này, nhưng cần hiểu cho đúng. Kế hoạch ghi:';
}
