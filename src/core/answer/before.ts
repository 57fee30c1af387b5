import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { dayAfter, spokenDay } from '../spoken-day.ts';
import { type Composed, distinct } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

const asksBefore =
  /\b(?:truoc (?:day|kia|do|khi|ngay|thang|nam|\d)|so voi (?:truoc|cu|muc cu)|(?:muc(?: phat)?|luat|quy dinh) cu|hoi truoc|truoc (?:va|voi|hay) sau|hoi (?:dau |cuoi )?nam (?:ngoai|truoc|kia)|(?:dau|cuoi) nam (?:ngoai|truoc)|cu va moi|(?:tang|nang|thay doi|doi)\b.*\b(?:bao nhieu|may|the nao|gi))\b/;

/**
 * The fine with what it was before and by how much it rose, when that is asked; the old amount always with the day it
 * ended.
 */
export function withBefore(composed: Composed, { facts }: Passage, question: Question): Composed {
  if (facts.kind !== 'fine' || facts.before === null || facts.least === null || facts.most === null) return composed;
  if (composed.outcome === 'decline' || !asksBefore.test(question.folded)) return composed;
  const { least, most, said, until, cite } = facts.before;
  const rise = (now: number, then: number) =>
    `${spokenNumber(now / 1e6)} - ${spokenNumber(then / 1e6)} = ${spokenNumber((now - then) / 1e6)} triệu đồng`;
  const text =
    `Trước ${spokenDay(dayAfter(until))} (nay hết hiệu lực): ${said}. ` +
    `Mức thấp nhất tăng ${rise(facts.least, least)}; mức cao nhất tăng ${rise(facts.most, most)}.`;
  return { ...composed, text: `${composed.text}\n${text}`, cites: distinct([...composed.cites, cite]) };
}
