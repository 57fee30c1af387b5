import type { NumberMention } from '../vietnamese/numbers.ts';
import { isAgeOfPerson } from './person-age.ts';
import type { Question } from './understand.ts';

/** Months of age from–to, `to` left out, of any person, of a child only, or of two people both. */
export type AgeSpan = { from: number; to: number; of: 'person' | 'child' | 'both' };

const between = /\bnguoi tu (?:du )?(\d{1,2})(?: tuoi)? den duoi (\d{1,2}) tuoi\b/;
const below = /\b(nguoi|con) duoi (\d{1,2}) (tuoi|thang)\b/;
const bothBelow = /\b(?:ca hai|hai (?:dua|ben|nguoi)) (?:deu )?duoi (\d{1,2}) tuoi\b/;
const childBefore = /^(?:con|be|chau|dua)$/;

/** Of people of which age a folded title speaks: "hiếp dâm người dưới 16 tuổi"; `null` when it names none. */
export function ageSpanIn(folded: string): AgeSpan | null {
  const pair = bothBelow.exec(folded);
  if (pair) return { from: 0, to: Number(pair[1]) * 12, of: 'both' };
  const both = between.exec(folded);
  if (both) return { from: Number(both[1]) * 12, to: Number(both[2]) * 12, of: 'person' };
  const most = below.exec(folded);
  if (!most) return null;
  const to = Number(most[2]) * (most[3] === 'tuoi' ? 12 : 1);
  return { from: 0, to, of: most[1] === 'con' ? 'child' : 'person' };
}

/** Months of age told: of one person, or of the younger of two between whom something happened, with those of the older. */
export type AgeTold = { months: number; child: boolean; older: number | null };

const ofAge = 18 * 12;
const betweenTwo = /\b(?:ngu (?:voi|cung|chung)|quan he|giao cau|yeu|hiep|cuong|xam hai|dam o|so mo|lam tinh)\b/;

/** Whose age a question tells ("dưới 16 tuổi": just below); `null` when it tells none, or of several people apart. */
export function ageTold(question: Pick<Question, 'figures' | 'words' | 'folded'>): AgeTold | null {
  const { words, figures, folded } = question;
  const ofChild = (from: number) => childBefore.test(words[from - 1]?.folded ?? '');
  const isBelow = (one: NumberMention) => one.unit === 'tuổi' && words[one.from - 1]?.folded === 'duoi';
  const ages = figures.filter(
    (one) =>
      isAgeOfPerson(one, question) ||
      isBelow(one) ||
      (one.unit === 'tháng' && one.kind === 'number' && ofChild(one.from)),
  );
  const monthsOf = (age: NumberMention) => {
    const inMonths = age.unit === 'tháng' || words[age.to - 2]?.folded === 'thang';
    return (inMonths ? age.value : age.value * 12) - (isBelow(age) ? 1 : 0);
  };
  const [age, other] = ages;
  if (!age || ages.length > 2 || (other && !betweenTwo.test(folded))) return null;
  if (!other) return { months: monthsOf(age), child: ofChild(age.from), older: null };
  const [months = 0, older = 0] = [monthsOf(age), monthsOf(other)].sort((a, b) => a - b);
  return { months, child: false, older };
}

/** Whether a title on people of some age is about the person whose age was told; `null` when it does not say. */
export function isOfAge(span: AgeSpan | null, told: AgeTold | null): boolean | null {
  if (span === null || told === null || (span.of === 'child' && !told.child)) return null;
  if (span.of === 'both') return told.older === null ? null : told.older < span.to;
  // Between two who are both under age, what holds for grown people decides nothing.
  if (told.older !== null && told.older < ofAge) return null;
  return told.months >= span.from && told.months < span.to;
}
