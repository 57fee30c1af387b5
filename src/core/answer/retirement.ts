import type { Knowledge } from '../knowledge.ts';
import { type Birth, birthIn } from '../question/birth.ts';
import { type Sex, sexOf } from '../question/sex.ts';
import type { Question } from '../question/understand.ts';
import type { Age, Retirement, RetirementStep } from '../rules.ts';
import type { Composed } from './composed.ts';
import { ageIn, madeFrom, monthsOf, nameOf, spokenAge, spokenSpan, stepOf } from './retirement-words.ts';

const topic = /\b(nghi huu|ve huu|tuoi huu|huu tri|den huu|di huu|du tuoi huu|huu)\b/;
/** What somebody is or lacks ("tôi là giáo viên về hưu", "câu lạc bộ hưu trí", "không lương hưu") asks nothing; nor is it a pension that all old people get. */
const tellsOnly =
  /\b(?:(?:la|lam|nguyen la) (?:\S+ ){1,3}?(?:da |moi |vua )?(?:ve huu|huu tri|nghi huu)(?! (?:khi|luc|nam|o|tuoi|thi|som|chua|may|bao))|(?:cau lac bo|clb|hoi|to|doi|chi bo) (?:\S+ )?(?:huu tri|ve huu)|(?:khong|chua|chang) (?:he )?(?:co )?(?:dong )?luong huu|huu tri xa hoi)\b/g;
/** An age beside being off work, though not for a birth, an illness or a feast. */
const offWork =
  /\b(?:may|bao nhieu|\d+) tuoi (?:\S+ ){0,5}nghi(?! (?:phep|om|de|sinh|thai|trong|cho|them|cuoi|le|tet|cham|may|bao))\b|\bnghi(?: viec| lam)? (?:\S+ ){0,3}(?:may|bao nhieu) tuoi\b|\b(?:du|den|toi) tuoi (?:\S+ ){0,2}nghi(?: chua|$)/;
const asksWhen =
  /\b(khi nao|bao gio|luc nao|nam (nao|may)|thang (nao|may)|bao lau|may tuoi|bao nhieu tuoi|tuoi|du tuoi|chua)\b/;
const asksAge = /\b(?:may|bao nhieu) tuoi\b/;
const asksOther =
  /\b(phan tram|muc huong|tien|bao nhieu nam|may nam|dong (bao hiem|du)|thu tuc|ho so|giay to|nop o dau)\b|%/;
const earlier = /\b(nang nhoc|doc hai|nguy hiem|ham lo|dac biet kho khan|vung cao|vung sau|suy giam|mat suc|som)\b/;

/** What lets somebody retire up to five years earlier; mines and lost capacity for work have further rules of their own. */
const hardWork = /\b(?:nang nhoc|doc hai|nguy hiem|dac biet kho khan|vung cao|vung sau)\b/;
/** The condition told ("làm độc hại đủ 15 năm"): no question for how many years. */
const workedYears = /\b\d+ nam\b/g;
/** "Được bớt mấy tuổi" asks by how much, not at what age. */
const howMuchLess = /\b(?:bot|som|som hon|truoc|giam|tru|toi da|thap hon|ha)(?: duoc| di)? (?:may|bao nhieu) tuoi\b/g;
const mostEarlier = 5;
const fromWhen =
  'Đây là tuổi sớm nhất, khi đã làm việc nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn từ đủ 15 năm.';

const indexOf = (year: number, month: number) => year * 12 + month - 1;
const yearOf = (index: number) => Math.floor(index / 12);
const spokenMonth = (index: number) => `${(index % 12) + 1}/${yearOf(index)}`;

const asksLeft = /\b(?:con (?:may|bao nhieu|bao lau)|(?:may|bao nhieu) (?:nam|thang) nua|bao lau nua)\b/;

/** "Khai sinh chỉ ghi năm 1969 thì lấy ngày nào": how the day is settled, no age. */
const asksFromWhichDay = /\b(?:lay|tinh tu|tinh theo|ghi) (?:ngay|thang) (?:nao|may)\b/;

const nextYear = /(?<!\b(?:cac|nhung|may|vai) )\b(?:nam sau|sang nam|nam toi)\b/;
const thisYearSaid = /\b(?:nam nay|hien (?:nay|tai)|bay gio)\b/;

/** The age and month of retirement of a person born in a month. */
type Reckoned = { step: RetirementStep; age: Age; at: number };

/**
 * Answers when somebody born at a time retires, or the retirement age of a year, with the sum shown; `null` when that
 * is not asked. `day` is today.
 */
export function answerRetirement(question: Question, day: string, knowledge: Knowledge): Composed | null {
  const rule = knowledge.retirement;
  if (!rule) return null;
  if (asksFromWhichDay.test(question.folded)) return null;
  const birth = birthOf(question, day);
  const about =
    topic.test(question.folded.replace(tellsOnly, ' ')) ||
    goesOnWithYear(question) ||
    (birth !== null && !thinks(question) && offWork.test(question.folded));
  if (!about) return null;
  const sex = sexOf(question.words);
  if (birth) {
    const now = asksLeft.test(question.folded) ? indexOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))) : null;
    return ofBirth(birth, sex, earlier.test(question.folded), now, knowledge, rule);
  }
  if (!asksWhen.test(question.folded) || asksOther.test(question.folded.replace(workedYears, ' '))) return null;
  const early = earlier.test(question.folded);
  if (early && !(asksAge.test(question.folded.replace(howMuchLess, ' ')) && hardWork.test(question.folded)))
    return null;
  const thisYear = Number(day.slice(0, 4));
  const first = rule.steps[0]?.year ?? 0;
  const named = [...question.years, Number(/\b(20\d\d)\b/.exec(question.folded)?.[1] ?? 0)].filter(
    (one) => one >= first,
  );
  const years = [
    ...named,
    ...(nextYear.test(question.folded) ? [thisYear + 1] : []),
    ...(thisYearSaid.test(question.folded) ? [thisYear] : []),
  ];
  if (years.length === 0 && (early || question.talk !== undefined)) years.push(question.talkYear ?? thisYear);
  const told = [...new Set(years)]
    .slice(0, mostYears)
    .sort((a, b) => a - b)
    .flatMap((year) => (early ? earlyIn(year, sex, rule) : ofYear(year, sex, rule)) ?? []);
  if (told.length === 0) return null;
  return early
    ? madeFrom([...told, fromWhen].join('\n'), [rule.early], knowledge, rule)
    : madeFrom(told.join('\n'), [], knowledge, rule);
}

/** "Thế năm 2030 thì mấy tuổi" in a talk of retiring. */
function goesOnWithYear({ talk, folded, years }: Question): boolean {
  return talk !== undefined && topic.test(talk) && years.length > 0 && asksAge.test(folded);
}

/** "Tôi nghĩ" is no leave, though it folds like one. */
function thinks({ words }: Question): boolean {
  return words.some((word) => word.raw === 'nghĩ');
}

/** Years whose ages are told beside one another. */
const mostYears = 3;

/** Nobody younger asks when to retire. */
const leastAge = 16;

/** The birth told, also as an age today ("năm nay 55 tuổi") or a lone year long past. */
function birthOf(question: Question, day: string): Birth | null {
  const told = birthIn(question.words);
  // "Nữ 57 tuổi năm 2026" names the year of retiring, not of a birth.
  if (told && told.year <= Number(day.slice(0, 4)) - leastAge) return told;
  const year = question.years.find((one) => one < 2010);
  if (year !== undefined) return { year, month: null };
  const age = question.figures.find((one) => one.unit === 'tuổi' && one.value > 15 && one.value < 80);
  return age && /\b(nam nay|toi|em|minh|duoc .* tuoi|tuoi roi|chua)\b/.test(question.folded)
    ? { year: Number(day.slice(0, 4)) - age.value, month: null }
    : null;
}

function ofYear(year: number, sex: Sex | null, rule: Retirement): string | null {
  const step = stepOf(year, rule);
  if (!step) return null;
  const sexes: Sex[] = sex === null ? ['male', 'female'] : [sex];
  const said = sexes.map((one) => `${nameOf[one].toLocaleLowerCase('vi')} ${spokenAge(ageIn(step, one))}`).join(', ');
  return `Nghỉ hưu năm ${year}, điều kiện làm việc bình thường: ${said}.`;
}

/** The earliest age of a year after hard work or work far out, with the sum. */
function earlyIn(year: number, sex: Sex | null, rule: Retirement): string | null {
  const step = stepOf(year, rule);
  if (!step) return null;
  const sexes: Sex[] = sex === null ? ['male', 'female'] : [sex];
  return sexes
    .map((one) => {
      const age = ageIn(step, one);
      const least = { ...age, years: age.years - mostEarlier };
      return `${nameOf[one]}, năm ${year}: ${spokenAge(age)} - 0${mostEarlier} tuổi = ${spokenAge(least)}.`;
    })
    .join('\n');
}

/** The first year whose age is reached in it; `null` when that lies before the roadmap. */
function reckon(born: number, sex: Sex, { steps }: Retirement): Reckoned | null {
  for (const step of steps) {
    const age = ageIn(step, sex);
    const at = born + monthsOf(age);
    if (yearOf(at) <= step.year || step === steps.at(-1))
      return yearOf(at) < (steps[0]?.year ?? 0) ? null : { step, age, at };
  }
  return null;
}

/** `now`: this month, when it is asked how long is left. */
function ofBirth(
  birth: Birth,
  sex: Sex | null,
  early: boolean,
  now: number | null,
  knowledge: Knowledge,
  rule: Retirement,
): Composed {
  const sexes: Sex[] = sex === null ? ['male', 'female'] : [sex];
  const lines = sexes.map((one) =>
    birth.month === null ? byMonths(birth.year, one, rule) : byMonth(birth.year, birth.month, one, rule),
  );
  const left = now === null ? [] : sexes.flatMap((one) => stillLeft(birth, one, now, rule) ?? []);
  const may = early
    ? 'Nặng nhọc, độc hại, vùng đặc biệt khó khăn từ đủ 15 năm, hoặc suy giảm khả năng lao động từ 61%: được nghỉ sớm hơn, tối đa 05 tuổi so với tuổi này.'
    : 'Đây là tuổi khi làm việc trong điều kiện bình thường.';
  return madeFrom([...lines, ...left, may].join('\n'), early ? [rule.early] : [], knowledge, rule);
}

/** How long from this month to retirement; a span of time where the month of birth is not told. */
function stillLeft({ year, month }: Birth, sex: Sex, now: number, rule: Retirement): string | null {
  const [first, last] = (month === null ? [1, 12] : [month, month]).map((one) => reckon(indexOf(year, one), sex, rule));
  if (!first || !last || first.at <= now) return null;
  const spans = [
    ...new Set([first, last].map(({ at }) => `${spokenMonth(at)} - ${spokenMonth(now)} = ${spokenLong(at - now)}`)),
  ];
  return `${nameOf[sex]} còn: ${spans.join('; ')}.`;
}

function spokenLong(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 ? `${years} năm` : '', rest > 0 ? `${rest} tháng` : ''].filter(Boolean).join(' ');
}

function byMonth(year: number, month: number, sex: Sex, rule: Retirement): string {
  const found = reckon(indexOf(year, month), sex, rule);
  if (!found) return `${nameOf[sex]} sinh tháng ${month}/${year}: ${beforeRoadmap(rule)}`;
  const { age, at } = found;
  return (
    `${nameOf[sex]} sinh tháng ${month}/${year}: nghỉ hưu khi đủ ${spokenAge(age)}. ` +
    `${month}/${year} + ${spokenSpan(age)} = ${spokenMonth(at)}. ` +
    `Nghỉ khi hết tháng ${spokenMonth(at)}, lương hưu tính từ tháng ngay sau đó.`
  );
}

function beforeRoadmap({ steps }: Retirement): string {
  return `đã đủ tuổi nghỉ hưu trước năm ${steps[0]?.year}; bảng tuổi của mình bắt đầu từ năm đó.`;
}

/** Without the month the age may differ within the year: each run of months with one age is told. */
function byMonths(year: number, sex: Sex, rule: Retirement): string {
  const runs: Array<{ from: number; to: number; found: Reckoned | null; last: Reckoned | null }> = [];
  for (let month = 1; month <= 12; month++) {
    const found = reckon(indexOf(year, month), sex, rule);
    const run = runs.at(-1);
    const same = run && (run.found && monthsOf(run.found.age)) === (found && monthsOf(found.age));
    if (same) Object.assign(run, { to: month, last: found });
    else runs.push({ from: month, to: month, found, last: found });
  }
  const told = runs.map(({ from, to, found, last }) => {
    const months = runs.length === 1 ? '' : from === to ? `Sinh tháng ${from}: ` : `Sinh tháng ${from} đến ${to}: `;
    if (!found || !last) return `${months}${beforeRoadmap(rule)}`;
    const sumOf = (month: number, one: Reckoned) =>
      `${month}/${year} + ${spokenSpan(one.age)} = ${spokenMonth(one.at)}`;
    const sums = from === to ? sumOf(from, found) : `${sumOf(from, found)}; ${sumOf(to, last)}`;
    return `${months}đủ ${spokenAge(found.age)} (${sums}).`;
  });
  return `${nameOf[sex]} sinh năm ${year}:${runs.length === 1 ? ' ' : '\n'}${told.join('\n')}`;
}
