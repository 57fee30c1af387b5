/** A birth as a question tells it. */
export type BirthCase = { children: number; surgery: boolean; preterm: boolean; second: boolean; later: boolean };

const several: ReadonlyArray<readonly [number, RegExp]> = [
  [
    2,
    /\b(?:sinh|de|thai|mang|bau) doi\b|\bsong (?:sinh|thai)\b|\b(?:hai|2) thai\b|\bsieu am (?:\S+ ){0,3}(?:hai|2) (?:be|chau|dua|thai)\b/,
  ],
  [3, /\b(?:sinh|de|thai|mang|bau) ba\b(?! (?:me|ngoai|noi|mu|lan(?! dau)|thang|nam|ngay))|\btam thai\b/],
  [4, /\b(?:sinh|de|thai|mang|bau) tu\b(?! (?:thang|ngay|nam|nguyen|van|vong|dau|luc|khi|hom|truoc|nay|\d))/],
];
/** "Mỏ" folds like "mổ": whoever works at a mine is not operated on. */
const surgery =
  /(?<!\b(?:lam|o|tho|nhan|ham|nganh|trong|ty|cty|khu|vung) )\bmo\b(?! (?:apatit|than|dong|da|quang|sat|dat|vang|kem|chi)\b)|\bphau thuat\b/;
/** "Đẻ thường hay mổ thì nghỉ mấy hôm" asks of both. */
const eitherWay = /\bthuong (?:hay|hoac)(?: la)?(?: phai)? mo\b|\bmo (?:hay|hoac)(?: la)?(?: de| sinh)? thuong\b/;
const early = /\b(?:sinh|de) non\b|\b32 tuan\b|\bthieu thang\b/;
const second = /\b(?:con|dua|lan|be|chau) (?:thu )?(?:hai|2)\b/;
const later = /\b(?:con|dua|lan|be|chau) (?:thu )?(?:ba|3|tu|4)\b(?! (?:thang|tuoi|tuan|ngay|dua|chau|con|nam))/;

/** Somebody who speaks and is no wife: not the one in "vợ tôi", nor in "cho em hỏi". */
const speaker = '(?<!\\bvo )\\b(?:toi|minh|em|anh|tui|tao|e|t)\\b(?! hoi\\b)';
const wife = '\\bvo\\b(?! chong)';
const fathersOwn = new RegExp(
  `${wife}.*${speaker}(?: \\S+){0,12} nghi\\b|${speaker}(?: \\S+){0,12} nghi\\b.*${wife}|\\bnghi\\b.*\\b(?:khi|luc|cham|do) vo (?:sinh|de|mo)\\b`,
);
/** A mother's leave is counted in months, a father's in days. */
const inDays =
  /^(?!.*\bvo\b(?: \S+){0,3} nghi\b)(?=.*\bnghi\b).*\bvo (?:\S+ ){0,3}(?:sinh|de|mo)\b.*\b(?:may|bao nhieu) (?:hom|ngay|bua)\b/;
const inMonths = /\b(?:may|bao nhieu) thang\b/;

/** Whether the father himself asks about his own leave: "vợ tôi sinh ba, tôi được nghỉ mấy ngày". */
export function asksAsFather(folded: string): boolean {
  return (fathersOwn.test(folded) || inDays.test(folded)) && !inMonths.test(folded);
}

/** Reads the folded question. */
export function birthCaseIn(folded: string): BirthCase {
  return {
    children: several.find(([, pattern]) => pattern.test(folded))?.[0] ?? 1,
    surgery: surgery.test(folded) && !eitherWay.test(folded),
    preterm: early.test(folded),
    second: second.test(folded),
    later: later.test(folded),
  };
}
