import type { NumberMention } from '../vietnamese/numbers.ts';
import { isAgeOfPerson } from './person-age.ts';
import type { Question } from './understand.ts';

/** Months of age from–to, `to` left out, of any person or of a child only. */
export type AgeSpan = { from: number; to: number; of: 'person' | 'child' };

const between = /\bnguoi tu (?:du )?(\d{1,2})(?: tuoi)? den duoi (\d{1,2}) tuoi\b/;
const below = /\b(nguoi|con) duoi (\d{1,2}) (tuoi|thang)\b/;
const childBefore = /^(?:con|be|chau|dua)$/;

/** Of people of which age a folded title speaks: "hiếp dâm người dưới 16 tuổi"; `null` when it names none. */
export function ageSpanIn(folded: string): AgeSpan | null {
  const both = between.exec(folded);
  if (both) return { from: Number(both[1]) * 12, to: Number(both[2]) * 12, of: 'person' };
  const most = below.exec(folded);
  if (!most) return null;
  const to = Number(most[2]) * (most[3] === 'tuoi' ? 12 : 1);
  return { from: 0, to, of: most[1] === 'con' ? 'child' : 'person' };
}

/** The age of the one person whose age a question tells, in months ("dưới 16 tuổi": just below); `null` when it tells none, or several. */
export function ageTold(question: Pick<Question, 'figures' | 'words'>): { months: number; child: boolean } | null {
  const { words, figures } = question;
  const ofChild = (from: number) => childBefore.test(words[from - 1]?.folded ?? '');
  const isBelow = (one: NumberMention) => one.unit === 'tuổi' && words[one.from - 1]?.folded === 'duoi';
  const [age, ...others] = figures.filter(
    (one) =>
      isAgeOfPerson(one, question) ||
      isBelow(one) ||
      (one.unit === 'tháng' && one.kind === 'number' && ofChild(one.from)),
  );
  if (!age || others.length > 0) return null;
  const inMonths = age.unit === 'tháng' || words[age.to - 2]?.folded === 'thang';
  const months = inMonths ? age.value : age.value * 12;
  return { months: isBelow(age) ? months - 1 : months, child: ofChild(age.from) };
}

/** Whether a title on people of some age is about the person whose age was told; `null` when it does not say. */
export function isOfAge(span: AgeSpan | null, told: ReturnType<typeof ageTold>): boolean | null {
  if (span === null || told === null || (span.of === 'child' && !told.child)) return null;
  return told.months >= span.from && told.months < span.to;
}
