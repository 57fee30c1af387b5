import type { Question } from '../question/understand.ts';
import type { Composed } from './composed.ts';
import { sentencesOf } from './sentences.ts';

const asksHour = /\b(?:may gio|luc nao|khi nao|bao gio|cham nhat|muon nhat|gio nao)\b/;
const start = /\b(?:luc |tu |hoi |vao )?(\d{1,2}) ?(?:gio|h)(?: (sang|trua|chieu|toi|dem))?\b(?! (?:may|thi may))/g;
const span = /\b(?:trong|không quá|sau|chậm nhất)\s+(?:vòng\s+)?0?(\d+) giờ/giu;

/** The answer led by the hour reckoned from one the question names, where it rests on one span of hours. */
export function untilHour(composed: Composed, { folded }: Question): Composed {
  if (composed.outcome === 'decline' || !asksHour.test(folded)) return composed;
  const [named, ...others] = [...folded.matchAll(start)];
  const spans = [
    ...new Set(sentencesOf(composed.text).flatMap((one) => [...one.matchAll(span)].map((each) => each[1]))),
  ];
  const [hours, ...more] = spans;
  if (!named || others.length > 0 || hours === undefined || more.length > 0) return composed;
  const from = hourOf(Number(named[1]), named[2]);
  if (from === null) return composed;
  const to = from + Number(hours);
  const said = to < 24 ? `${to} giờ cùng ngày` : `${to} giờ, tức ${to} - 24 = ${to - 24} giờ hôm sau`;
  return { ...composed, text: `Tính từ ${from} giờ: ${from} + ${hours} = ${said}.\n${composed.text}` };
}

function hourOf(hour: number, part: string | undefined): number | null {
  if (hour > 24) return null;
  return /^(?:chieu|toi)$/.test(part ?? '') && hour < 12 ? hour + 12 : hour;
}
