import type { Passage } from '../passage.ts';
import { pastDay } from '../question/past.ts';
import type { Question } from '../question/understand.ts';
import { dayAfter, spokenDay } from '../spoken-day.ts';
import { type Composed, distinct } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

const asksBefore =
  /\b(?:truoc (?:day|kia|do|khi|ngay|thang|nam|\d)|so voi (?:truoc|cu|muc cu)|(?:muc(?: phat)?|luat|quy dinh) cu|hoi truoc|truoc (?:va|voi|hay) sau|hoi (?:dau |cuoi )?nam (?:ngoai|truoc|kia)|(?:dau|cuoi) nam (?:ngoai|truoc)|cu va moi|(?:tang|nang|thay doi|doi)\b.*\b(?:bao nhieu|may|the nao|gi))\b/;

/** "Năm 2020 đánh vợ phạt bao nhiêu"; of "lấy nhau từ năm 2015" the year is of something else. */
const yearOfAct =
  /(?<!\b(?:tu|sinh|de|cuoi|lay|den|toi|sau|nghi|dinh|luat|so) )\b(?:nam|hoi|thoi|truoc(?: nam)?|hoi nam) (20\d\d)\b/;

/** "Hồi tháng 2 năm nay", of an act; of "cưới từ tháng 2" the month is of something else. */
const monthOfAct = /\b(?:hoi|luc|xay ra|trong) (?:\S+ ){0,2}?thang \d{1,2}\b/;

/** Whether a year is asked about that ended before the rule began to hold. */
function isOfYearBefore({ inForceFrom }: Passage, { folded }: Question): boolean {
  const year = yearOfAct.exec(folded)?.[1];
  if (year === undefined || inForceFrom === null) return false;
  return year < inForceFrom.slice(0, 4) || new RegExp(`\\btruoc (?:nam )?${year}\\b`).test(folded);
}

/** Whether the act was over by a month before the rule began to hold. */
function isOfMonthBefore({ inForceFrom }: Passage, question: Question, today: string): boolean {
  const then = monthOfAct.test(question.folded) ? pastDay(question, today) : null;
  return then !== null && inForceFrom !== null && then < inForceFrom;
}

/**
 * The fine with what it was before and by how much it rose, when that is asked; the old amount always with the day it
 * ended.
 */
export function withBefore(composed: Composed, passage: Passage, question: Question, today: string): Composed {
  const { facts, inForceFrom } = passage;
  if (facts.kind !== 'fine' || composed.outcome === 'decline') return composed;
  const ofYear = isOfYearBefore(passage, question);
  // What was due then hangs on a rule that has ended; the amount of today would be taken for it.
  if (facts.before === null || facts.least === null || facts.most === null)
    return ofYear && inForceFrom !== null
      ? {
          ...composed,
          text: `Mức của thời đó theo quy định cũ thì mình không có. Mức từ ${spokenDay(inForceFrom)}:\n${composed.text}`,
          outcome: 'decline',
        }
      : composed;
  if (isOfMonthBefore(passage, question, today)) {
    const { said, until, cite } = facts.before;
    const text = `Việc xong trước ${spokenDay(dayAfter(until))} thì theo mức lúc đó: ${said}. Mức từ ngày ấy:\n${composed.text}`;
    return { ...composed, text, cites: distinct([...composed.cites, cite]) };
  }
  if (!ofYear && !asksBefore.test(question.folded)) return composed;
  const { least, most, said, until, cite } = facts.before;
  const rise = (now: number, then: number) =>
    `${spokenNumber(now / 1e6)} - ${spokenNumber(then / 1e6)} = ${spokenNumber((now - then) / 1e6)} triệu đồng`;
  const text =
    `Trước ${spokenDay(dayAfter(until))} (nay hết hiệu lực): ${said}. ` +
    `Mức thấp nhất tăng ${rise(facts.least, least)}; mức cao nhất tăng ${rise(facts.most, most)}.`;
  return { ...composed, text: `${composed.text}\n${text}`, cites: distinct([...composed.cites, cite]) };
}
