/** Whoever is younger never enters the flow (safety rule 26). */
const least = 16;

/** The writer: no word for a relative stands before, so "con em 10 tuổi" is another's age. */
const self =
  '(?<!\\b(?:con|chau|be|gai|trai|em|chi|anh|vo|chong|ban|cua|nho|ut|ca|dua|me|bo|sinh|cung|nguoi|va|voi) )\\b(?:em|chau|minh|toi|to|tui|con|mik)';
const filler = '(?: (?:nam nay|hien|dang|moi|chi|co|duoc|da|van|la|thi|ms|toi|gan|sap|vua|tron|a|day))*';
/** What makes an age one of the past: "từ năm em 12 tuổi". */
const past = '(?<!\\b(?:tu|hoi|luc|khi|nam|ngay|xua|tu nam|tu hoi|tu luc|tu khi) )';

const agePatterns = [
  new RegExp(`${past}${self}${filler} (\\d{1,2}) (?:tuoi|t)\\b`),
  /^(?:da |a )?(?:duoc |moi |nam nay )?(\d{1,2}) (?:tuoi|t)(?: a| thoi| roi)?$/,
];
const gradePatterns = [
  new RegExp(`${past}${self}${filler}(?: hoc| hs| hoc sinh)?(?: lop) (\\d{1,2})\\b`),
  /^(?:da )?(?:hoc |dang hoc |hoc sinh )?lop (\d{1,2})(?: a| thoi)?$/,
];
const bornPatterns = [new RegExp(`${self}${filler} (?:sinh|sn)(?: nam)? (20\\d{2})\\b`), /^(?:sinh nam|sn) (20\d{2})$/];
const said = [
  /\b(?:chua (?:du|toi|den|tron)|duoi|khong du) (?:16|muoi sau) tuoi\b/,
  new RegExp(
    `${past}${self}${filler}(?: dang)?(?: hoc| hoc sinh)?(?: truong)? (?:thcs|tieu hoc|cap 2|cap hai|cap 1|cap mot)\\b`,
  ),
  /^(?:tre em|em la tre con|em con nho|chau con nho)$/,
];

/**
 * Whether the writer says or implies being under 16: an age, a grade up to the tenth, a year of birth, a school. Ages
 * of somebody else and of the past do not count. `folded`: bare words without diacritics; `year` is this year.
 */
export function impliesUnder16(folded: string, year: number): boolean {
  const text = folded.replace(/\s+/g, ' ').trim();
  const numbers = (patterns: RegExp[]) =>
    patterns.flatMap((one) => {
      const found = one.exec(text)?.[1];
      return found === undefined ? [] : [Number(found)];
    });
  return (
    said.some((one) => one.test(text)) ||
    numbers(agePatterns).some((age) => age > 3 && age < least) ||
    numbers(gradePatterns).some((grade) => grade >= 1 && grade <= 10) ||
    numbers(bornPatterns).some((born) => year - born < least)
  );
}
