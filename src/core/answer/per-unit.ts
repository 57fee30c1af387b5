import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';
import { typedIn } from '../question/amounts-typed.ts';
import { type BirthCase, birthCaseIn } from '../question/birth-case.ts';
import type { Question } from '../question/understand.ts';
import type { PerUnit } from '../rules.ts';
import { type Composed, distinct } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

const all = /\b(?:tong cong|tat ca|ca thai ky|(?:ca|mot) (?:dot|ky)|toi da|nhieu nhat|cao nhat|tong|het)\b/;
const each = /\b(?:moi|tung) (?:lan|ngay|thang|con|dua|be)\b|\b(?:mot|1) (?:lan|ngay|thang)\b/;
const severalChildren = /\b(\d|hai|ba|bon) (?:con|dua|be|chau|em be)\b(?! (?:thu|dau))/;
const words: Record<string, number> = { hai: 2, ba: 3, bon: 4 };
const spokenBirth = ['', '', 'Sinh đôi', 'Sinh ba', 'Sinh tư'];

/** What must be asked for the product to answer, by its unit. */
const asksFor: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [/^đồng/, /\b(?:bao nhieu|may)(?! (?:ngay|thang|lan|nam|tuan|phan|%|tuoi|gio|phut))\b|\btien\b|\btong cong\b/],
  [/^ngày/, /\b(?:may|bao nhieu) (?:ngay|hom|bua|buoi)\b/],
  [/^phút/, /\b(?:may|bao nhieu) (?:phut|gio|tieng)\b|\bbao lau\b/],
];

/** The answer led by the product, when it rests on an amount for each unit and the question names how many. */
export function multiplied(composed: Composed, question: Question, knowledge: Knowledge): Composed {
  if (composed.outcome === 'decline' || onlyChecks(question)) return composed;
  for (const rule of knowledge.perUnit) {
    if (
      !isAt(rule, composed.cites) ||
      !names(rule, `${question.folded} ${question.talk ?? ''}`) ||
      !asks(rule, question.folded)
    )
      continue;
    const count = countOf(rule, question);
    if (count === null || count <= 1) continue;
    const cites = distinct([...composed.cites, ...(rule.base ? [rule.base] : [])]);
    return { ...composed, text: `${sumOf(rule, count, question)}\n${composed.text}`, cites };
  }
  return composed;
}

/** "7 ngày là 5 triệu đúng không" wants a yes or no; "7 ngày là mấy tiền a" the sum. */
function onlyChecks({ asks, folded }: Question): boolean {
  return asks.has('check') && !/\b(?:bao nhieu|may)\b/.test(folded);
}

function isAt({ cite }: PerUnit, cites: Citation[]): boolean {
  const [first] = cites;
  return cite.some((one) => one.document === first?.document && one.locator === first.locator);
}

function names({ called }: PerUnit, folded: string): boolean {
  return called.length === 0 || called.some((phrase) => ` ${folded} `.includes(` ${phrase} `));
}

function asks({ result }: PerUnit, folded: string): boolean {
  return asksFor.some(([unit, pattern]) => unit.test(result) && pattern.test(folded));
}

/** How many units the question names, or the most there are where it asks for all of them; `null` when it does neither. */
function countOf({ per, atMost }: PerUnit, question: Question): number | null {
  const { folded } = question;
  const told = birthCaseIn(folded);
  if (per === 'con') return told.children > 1 ? told.children : childrenIn(folded);
  const [typed] = typedIn(per, question);
  if (typed !== undefined && Number.isInteger(typed) && typed > 1) return typed;
  if (!atMost || each.test(folded)) return null;
  const particular = (told.surgery && atMost.surgery !== null) || (told.children > 1 && atMost.several !== null);
  // In a talk the case may have been told before: the most of the plain one would be too few days.
  const isOne = atMost.surgery === null && atMost.several === null;
  const asksAll = all.test(folded) && (question.talk === undefined || isOne);
  return particular || asksAll ? mostOf(told, atMost) : null;
}

function mostOf(told: BirthCase, { plain, surgery, several }: NonNullable<PerUnit['atMost']>): number {
  if (told.children > 1 && several !== null) return several;
  return told.surgery && surgery !== null ? surgery : plain;
}

function childrenIn(folded: string): number | null {
  const found = severalChildren.exec(folded)?.[1];
  const count = found === undefined ? null : (words[found] ?? Number(found));
  return count !== null && count >= 2 && count <= 4 ? count : null;
}

function sumOf({ name, per, amount, result, atMost }: PerUnit, count: number, question: Question): string {
  const product = `${spokenNumber(count * amount)} ${result}`;
  // Few children are added up one by one: nobody has to multiply to follow it.
  if (per === 'con') {
    const terms = Array.from({ length: count }, () => spokenNumber(amount)).join(' + ');
    return `${spokenBirth[birthCaseIn(question.folded).children] || `${count} con`}: ${terms} = ${product}.`;
  }
  const most = atMost && typedIn(per, question).length === 0 ? 'nhiều nhất ' : '';
  const hours = result === 'phút' && count * amount >= 60 ? ` ${inHours(count * amount)}` : '';
  return `${name}: ${most}${count} ${per} × ${spokenNumber(amount)} ${result} = ${product}.${hours}`;
}

function inHours(minutes: number): string {
  return `${spokenNumber(minutes)} : 60 = ${spokenNumber(minutes / 60)} giờ.`;
}
