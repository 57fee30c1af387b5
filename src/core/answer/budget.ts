import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { moneyTyped } from '../question/amounts-typed.ts';
import { matchable } from '../question/names.ts';
import { speaksOfPlanMoney } from '../question/plan-money.ts';
import type { Question } from '../question/understand.ts';
import { wordsOf } from '../search/terms.ts';
import { asItStands, type Composed, distinct } from './composed.ts';
import type { Library } from './library.ts';
import { inWords, spokenNumber } from './spoken-number.ts';

/** A figure of the plan's money. */
export type Budget = Passage & { facts: Extract<Passage['facts'], { kind: 'budget' }> };

export function isBudget(passage: Passage): passage is Budget {
  return passage.facts.kind === 'budget';
}

/**
 * The figures a question about money names, told apart by the words only one of them is asked for with ("địa phương",
 * "giai đoạn 1"); empty when it is not about the plan's money. `goesOn` when the
 * talk already is.
 */
export function budgetsNamed(question: Question, library: Library, goesOn = false): Budget[] {
  if (!goesOn && !speaksOfPlanMoney(question)) return [];
  const all = [...library.knowledge.passages.values()].filter(isBudget);
  const words = new Map(
    all.map((one) => [one, new Set(wordsOf([one.say, ...one.ask].join(' . ')).map((word) => word.folded))]),
  );
  const phases = all.filter((one) => one.facts.part === 'phase');
  if (goesOn && phaseAfter.test(question.folded)) return phases.slice(-1);
  if (goesOn && phaseBefore.test(question.folded)) return phases.slice(0, 1);
  const telling = question.words.filter((word, at) => !isCount(word, question.words[at - 1]));
  const told = all.filter((one) =>
    telling.some(
      (word) =>
        words.get(one)?.has(word.folded) && all.every((other) => other === one || !words.get(other)?.has(word.folded)),
    ),
  );
  // Sources are called by names of their own, whatever words they share with others: "tỉnh cộng với trung ương".
  const called = all.filter((one) => isCalled(one, question.folded));
  const named = called.length === 0 ? told : [...told.filter((one) => one.facts.part === 'total'), ...called];
  // "Hai giai đoạn": both of them, though "hai" is a word of the second alone.
  if (bothPhases.test(question.folded)) return phases;
  // A story around it may hold any word of a part: "hơn hai chục năm", "tới 2030".
  if (wholeSaid.test(question.folded) && !partSaid.test(question.folded) && called.length === 0)
    return all.filter((one) => one.facts.part === 'total');
  const parts = named.filter((one) => one.facts.part !== 'total');
  if (parts.length === 0) return named;
  const total = all.find((one) => one.facts.part === 'total');
  if (total && besideTotal.test(question.folded) && !adds.test(question.folded.replaceAll('tong cong', 'tong')))
    return [total, ...parts];
  return parts;
}

/** A phase named by its place, where the talk is of the money: "gđ" is read as "gia đình" too. */
const phaseAfter = /\b(?:giai doan|gia dinh|gd) (?:sau|tiep|ke|cuoi)\b/;
const phaseBefore = /\b(?:giai doan|gia dinh|gd) (?:truoc|dau)\b/;

/** Whether it is a source of the money that the folded question calls by name. */
function isCalled({ facts }: Budget, folded: string): boolean {
  const name = matchable(facts.name);
  return facts.part === 'source' && sources.some(([of, called]) => of.test(name) && called.test(folded));
}

/** "Hai" is a word of the second phase alone, and in "cộng hai khoản" no phase. */
function isCount({ folded }: { folded: string }, before: { folded: string } | undefined): boolean {
  return /^(?:mot|hai|ba|[123])$/.test(folded) && !/^(?:doan|dinh|gd)$/.test(before?.folded ?? '');
}

/** The whole sum asked for beside a part of it: "tổng bao nhiêu và xin trung ương bao nhiêu". */
const besideTotal = /\b(?:tong|toan bo|tat ca)\b.*\b(?:bao nhieu|may)\b.*\b(?:bao nhieu|may)\b/;

const adds = /\b(?:cong|gop)(?! (?:dong|tac|an|chuc|y|nhan|viec|lap|ty|ti|bang|phan)\b)\b|\bduoc tong\b/;

/** Whether figures are to be added up. */
function addsUp({ asks, folded }: Question): boolean {
  return asks.has('sum') || adds.test(folded);
}

/** Whether several figures are asked for, each or added up. */
export function asksSeveral(question: Question, named: Budget[]): boolean {
  return named.length > 1 && (addsUp(question) || listed.test(question.folded));
}

const listed =
  /\b(?:bao nhieu|may)\b.*\b(?:bao nhieu|may)\b|\b(?:lan luot|moi (?:giai doan|nguon|khoan|phan)|tung (?:giai doan|nguon|khoan|phan)|cac (?:giai doan|nguon|khoan)|hai (?:giai doan|nguon|khoan))\b/;

/** "gđ" is short for "giai đoạn" too, though it mostly stands for "gia đình". */
const wholeSaid = /\b(?:tong cong|tat ca|toan bo|ca (?:giai doan|chang|dot))\b|\b2021 (?:\S+ ){0,2}2030\b/;
const partSaid =
  /\b(?:giai doan (?:1|2|i|ii|mot|hai|dau|sau|truoc)|2021(?! (?:\S+ ){0,2}2030\b)|2026|trung uong|dia phuong|huy dong|nguon khac|cong (?:voi|them|lai)|va)\b/;
const bothPhases =
  /\b(?:(?:ca )?(?:hai|2)|cac|moi|tung) giai doan\b|\b(?:giai doan|gia dinh|gd) (?:1|i|mot)\b.*\b(?:giai doan|gia dinh|gd) (?:2|ii|hai)\b|\b(?:giai doan|gia dinh|gd) (?:2|ii|hai)\b.*\b(?:giai doan|gia dinh|gd) (?:1|i|mot)\b|\b(?:hon|kem|so voi|bang) (?:giai doan|gd|chang|dot) (?:truoc|dau|sau|kia)\b/;
/** The province's own money, said beside another's or as what it pays. */
const ownMoney =
  /\btinh (?:tu |phai |khong (?:phai )?)?(?:bo|gop|chi|lo|cap)\b|\bngan sach (?:cua )?tinh\b|\b(?:tien|phan|nguon) (?:cua )?tinh\b(?=.*\btrung uong\b)|\btinh (?:cong )?(?:voi|va)(?: cua)? trung uong\b|\btrung uong\b.*\b(?:cong voi|cong|va|voi|so voi) (?:phan |tien )?(?:cua )?tinh\b/;

/** What a source is of by its name in the plan, and what people call it by. */
const sources: ReadonlyArray<readonly [of: RegExp, called: RegExp]> = [
  [/\bdia phuong\b/, new RegExp(`\\bdia phuong\\b|${ownMoney.source}`)],
  [/\btrung uong\b/, /\btrung uong\b/],
  [/\bnguon luc khac\b/, /\b(?:nguon (?:luc )?khac|huy dong|xa hoi hoa)\b/],
];

/** "Trừ phần của địa phương ra thì còn mấy": what is taken off the whole; asked for is the rest. */
const takesOff = /\b(?:tru|bo|ngoai|khong (?:ke|tinh)) (.{3,60}?)\b(?:ra|di|thi)\b.*\b(?:con|tong cong|cong lai)\b/;

/** The one source or phase that is taken off the whole; `undefined` when none is. */
function takenOff(folded: string, all: Budget[]): Budget | undefined {
  const said = takesOff.exec(folded)?.[1];
  if (said === undefined) return undefined;
  const [one, ...others] = all.filter((each) => isCalled(each, said));
  return others.length === 0 ? one : undefined;
}

const perYear = /\b(?:binh quan|trung binh|chia deu)\b/;

/**
 * Answers from the plan's money. `named` are the figures the question is about, best first; sums, differences and
 * shares are computed here, with the sum shown.
 */
export function answerBudget(named: Budget[], question: Question, knowledge: Knowledge): Composed {
  const [first, second] = named;
  if (!first) throw new Error('answerBudget needs a figure');
  const all = [...knowledge.passages.values()].filter(isBudget);
  const total = all.find((one) => one.facts.part === 'total');
  const base = asItStands(first);
  const from = (used: Budget[], sum: string): Composed => ({
    ...base,
    text: `${used.map((one) => one.say).join('\n')}\n${sum}`,
    cites: distinct(used.flatMap((one) => one.cites)),
    passages: used.map((one) => one.id),
  });
  const taken = total && takenOff(question.folded, all);
  if (total && taken) {
    const rest = spokenNumber(total.facts.amount - taken.facts.amount);
    return from(
      [total, taken],
      `Còn lại: ${spokenNumber(total.facts.amount)} - ${spokenNumber(taken.facts.amount)} = ${rest} triệu đồng.`,
    );
  }
  if (question.asks.has('share') && total && first !== total) {
    const parts = second && second !== total && second.facts.part === first.facts.part ? [first, second] : [first];
    return from([...parts, total], parts.map((one) => shareOf(one, total, parts.length > 1)).join('\n'));
  }
  if (second && question.asks.has('difference')) {
    const [large, small] = first.facts.amount >= second.facts.amount ? [first, second] : [second, first];
    const gap = spokenNumber(large.facts.amount - small.facts.amount);
    return from(
      [large, small],
      `Chênh lệch: ${spokenNumber(large.facts.amount)} - ${spokenNumber(small.facts.amount)} = ${gap} triệu đồng. Khoản lớn hơn: ${large.facts.name}.`,
    );
  }
  const third = named[2];
  if (second && !third && addsUp(question) && first !== total && second !== total) {
    const sum = spokenNumber(first.facts.amount + second.facts.amount);
    return from(
      [first, second],
      `Cộng lại: ${spokenNumber(first.facts.amount)} + ${spokenNumber(second.facts.amount)} = ${sum} triệu đồng.`,
    );
  }
  const years = /\b(20\d\d) ?[-–] ?(20\d\d)\b/.exec(first.say);
  if (perYear.test(question.folded) && years) {
    const count = Number(years[2]) - Number(years[1]) + 1;
    const each = Math.round((first.facts.amount / count) * 10) / 10;
    const equals = each * count === first.facts.amount ? '=' : '≈';
    const sum = `${spokenNumber(first.facts.amount)} triệu đồng chia ${inWords(count)} năm ${equals} ${spokenNumber(each)}`;
    return from([first], `Bình quân mỗi năm: ${sum} triệu đồng.`);
  }
  const others = all.filter((one) => one !== first && (first === total || one.facts.part === first.facts.part));
  const more = others.map((one) => one.say).join('\n');
  const checked = question.figures.length > 0 && question.asks.has('check') ? verdictOn(first, question) : '';
  const shown =
    first === total && !checked && !second
      ? [first, ...others]
      : [first, ...(second && second !== total ? [second] : [])];
  return { ...base, text: `${checked}${shown.map((one) => one.say).join('\n')}`, more: more || null };
}

/** "Tỷ lệ: 7.479 : 18.168 ≈ 41,2 %.", with the name before it where there are several. */
function shareOf({ facts }: Budget, total: Budget, named: boolean): string {
  const share = Math.round((facts.amount / total.facts.amount) * 1000) / 10;
  const sum = `${spokenNumber(facts.amount)} : ${spokenNumber(total.facts.amount)} ≈ ${spokenNumber(share)} %`;
  return `${named ? `${facts.name}` : 'Tỷ lệ'}: ${sum}.`;
}

/** How far a round figure ("9 tỷ rưỡi") may be from the plan's and still be it. */
const roundly = 0.005;

function verdictOn({ facts }: Budget, question: Question): string {
  if (question.figures.some((one) => one.value === facts.amount)) return 'Đúng vậy.\n';
  const typed = moneyTyped(question).map((one) => one / 1_000_000);
  if (typed.includes(facts.amount)) return 'Đúng vậy.\n';
  const near = typed.some((one) => Math.abs(one - facts.amount) <= facts.amount * roundly);
  return near
    ? 'Đúng, nói tròn là vậy. Con số của kế hoạch:\n'
    : 'Con số bạn nêu không khớp với kế hoạch. Con số đúng là:\n';
}
