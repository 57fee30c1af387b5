import { figuresIn, figuresOf } from '../figures.ts';
import type { Passage } from '../passage.ts';
import { moneyTyped, sumsTyped } from '../question/amounts-typed.ts';
import { isAgeOfChild, isAgeOfPerson } from '../question/person-age.ts';
import type { Question } from '../question/understand.ts';
import { thus } from '../question/yes-no.ts';
import type { NumberMention } from '../vietnamese/numbers.ts';
import type { Composed } from './composed.ts';

const differs = 'Con số bạn nêu không khớp với quy định. Quy định là:';

/** A claim that a figure is the same for men and women. */
const bothAlike = /\b(?:deu|cung|nhu nhau|giong nhau|bang nhau|nam nu|nu nam|nam va nu|ca (?:hai|nam))\b/;
const sexes = /\bnam\b.*\bnu\b|\bnu\b.*\bnam\b|\b(?:vo chong|trai gai)\b/;

const asksWhether = new RegExp(
  `\\b(?:dung ${thus}(?:khong|ko|k|chua|ha|a|hong)|phai ${thus}(?:khong|ko|k|hong)|co phai|co dung|co that|that khong|chinh xac khong|chuan khong|dung la)\\b`,
);
const asksItself =
  /\b(?:bao nhieu|bao lau|may (?:ngay|thang|gio|nam|tuan|tuoi|trieu|tien|phut|hom|dong|nghin|phan tram|lan|%)|khi nao|bao gio)\b/;

/** Whether something is claimed and asked for being so: a polite "ạ" or "nhỉ" after "mấy ngày" claims nothing told before. */
function checks({ asks, folded }: Question): boolean {
  return asks.has('check') && (asksWhether.test(folded) || !asksItself.test(folded));
}

/** Says whether a figure in a yes/no question is the amount's. */
export function checkedAmount(base: Composed, passage: Passage, question: Question): Composed {
  const claimed = question.figures.filter((one) => isClaimed(one, question));
  if (!checks(question) || claimed.length === 0) return base;
  if (liesWithin(passage, question)) return { ...base, text: `Mức đó nằm trong khung phạt.\n${base.text}` };
  const sums = sumsTyped(question);
  if (sums.length > 0) {
    const ruled = sumsIn(passage);
    const { facts } = passage;
    const isRange = sums.length === 2 && facts.kind === 'fine' && facts.least !== null && facts.most !== null;
    const right = isRange ? sums[0] === facts.least && sums[1] === facts.most : sums.every((one) => ruled.has(one));
    return { ...base, text: `${right ? 'Đúng vậy.' : differs}\n${base.text}` };
  }
  // The day from which a rule holds has figures of its own.
  const known = new Set(figuresIn(passage.text.replace(dates, ' ')));
  const inTime = (one: NumberMention) =>
    (one.unit === 'năm' && figuresOf(passage.text, 'tháng').includes(String(one.value * 12))) ||
    (one.unit === 'tháng' && figuresOf(passage.text, 'năm').includes(String(one.value / 12)));
  // Four days are not four months.
  const named = ({ value, unit }: NumberMention) =>
    unit === null ? known.has(String(value)) : figuresOf(passage.text, unit).includes(String(value));
  const right = claimed.some((one) => named(one) || inTime(one));
  return { ...base, text: `${right ? 'Đúng vậy.' : differs}\n${base.text}` };
}

/** How old somebody is, or how long with child, is told and not claimed of a rule. */
function isClaimed(one: NumberMention, question: Question): boolean {
  const before = question.words.slice(Math.max(0, one.from - 3), one.from).map((word) => word.folded);
  const ofPregnancy = one.unit === 'tháng' && /\b(?:bau|thai|chua)(?: \S+)?$/.test(before.join(' '));
  return !ofPregnancy && !isAgeOfPerson(one, question) && !isAgeOfChild(one, question);
}

const dates = /\b\d{1,2}\/(?:\d{1,2}\/)?\d{4}\b/g;

/** Every sum a rule names, in đồng. */
function sumsIn({ facts, text }: Passage): Set<number> {
  const written = [
    ...figuresOf(text, 'triệu').map((one) => Number(one) * 1e6),
    ...figuresOf(text, 'nghìn').map((one) => Number(one) * 1e3),
    ...figuresOf(text, 'đồng').map(Number),
  ];
  const own = facts.kind === 'fine' ? [facts.least, facts.most] : [];
  return new Set([...own.filter((one) => one !== null), ...written].map(Math.round));
}

/** Whether the one sum claimed lies between the least and the most of a fine, and is neither. */
function liesWithin({ facts }: Passage, question: Question): boolean {
  const [sum, ...others] = moneyTyped(question);
  if (facts.kind !== 'fine' || sum === undefined || others.length > 0) return false;
  return facts.least !== null && facts.most !== null && facts.least < sum && sum < facts.most;
}

/**
 * Says so when a yes/no question claims a figure in a unit that the rule names otherwise. That the same figure stands
 * somewhere in the rule proves nothing ("nữ từ 20 tuổi"), so nothing is confirmed.
 */
export function checkedFigures(base: Composed, passage: Passage, question: Question): Composed {
  if (!checks(question) || base.outcome === 'decline') return base;
  const claims = question.figures.filter(
    (one) => one.unit !== null && one.kind === 'number' && isClaimed(one, question),
  );
  const [claim, ...others] = claims;
  if (!claim || others.length > 0) return base;
  const named = figuresOf(base.text, claim.unit);
  const differ = new Set(named).size > 1 && bothAlike.test(question.folded) && sexes.test(question.folded);
  if (differ) return { ...base, text: `Không đúng, hai bên khác nhau. ${base.text}` };
  const ordinals = [...`${base.text} ${passage.text}`.matchAll(new RegExp(`${claim.unit} thứ (\\d+)`, 'giu'))];
  const known = [...named, ...figuresOf(passage.text, claim.unit), ...ordinals.flatMap((one) => figuresIn(one[0]))];
  if (named.length === 0 || known.includes(String(claim.value))) return base;
  return { ...base, text: `${differs}\n${base.text}` };
}
