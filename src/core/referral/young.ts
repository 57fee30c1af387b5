/** Whoever is younger never enters the flow (safety rule 26). */
const least = 16;
/** The grade that is left at fifteen. */
const lastGrade = 10;

/** The writer: no word for a relative stands before, so "con em 10 tuổi" is another's age. */
const self =
  '(?<!\\b(?:con|chau|be|gai|trai|em|chi|anh|vo|chong|ban|cua|nho|ut|ca|dua|me|bo|sinh|cung|nguoi|va|voi) )\\b(?:em|chau|minh|toi|to|tui|con|mik)';
const filler =
  '(?: (?:nam nay|hien|hien tai|dang|moi|chi|co|duoc|da|van|la|ms|gan|sap|vua|tron|la (?:con |be |nu )?(?:gai|trai|hoc sinh|sinh)))*';
/** What makes an age one of the past: "từ năm em 12 tuổi". */
const past = '(?<!\\b(?:tu|hoi|luc|khi|nam|ngay|xua) )';
const writer = `${past}${self}${filler}`;

const patterns: Array<{ pattern: RegExp; young: (number: number, year: number) => boolean }> = [
  { pattern: new RegExp(`${writer} (\\d{1,2}) ?(?:tuoi|t)\\b`), young: isYoung },
  { pattern: new RegExp(`${past}${self} (?:nam nay|moi|chi moi)(?: co| duoc)? (\\d{1,2})$`), young: isYoung },
  { pattern: /^(?:da |a )?(?:duoc |moi |nam nay )?(\d{1,2}) ?(?:tuoi|t)(?: a| thoi| roi)?$/, young: isYoung },
  { pattern: new RegExp(`${writer}(?: hoc| hs| hoc sinh)? lop (\\d{1,2})\\b`), young: isGrade },
  { pattern: /^(?:da )?(?:hoc |dang hoc |hoc sinh )?lop (\d{1,2})(?: a| thoi)?$/, young: isGrade },
  { pattern: new RegExp(`${writer} (?:sinh|sn)(?: nam)? (20\\d{2})\\b`), young: isBorn },
  { pattern: /^(?:sinh nam|sn) (20\d{2})$/, young: isBorn },
];
const said = [
  /\b(?:chua (?:du|toi|den|tron)|khong du) (?:16|muoi sau) tuoi\b/,
  new RegExp(`${writer}(?: hoc| hoc sinh)?(?: truong)? (?:thcs|tieu hoc|cap (?:1|2|hai|mot))\\b`),
  /^(?:tre em|em la tre con|em con nho|chau con nho)$/,
];

function isYoung(age: number): boolean {
  return age > 3 && age < least;
}

function isGrade(grade: number): boolean {
  return grade >= 1 && grade <= lastGrade;
}

function isBorn(born: number, year: number): boolean {
  return year - born < least;
}

const ones = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'];

/**
 * Whether the writer says or implies being under 16: an age, a grade up to the tenth, a year of birth, a school. Ages
 * of somebody else and of the past do not count. `folded`: bare words without diacritics; `year` is this year.
 */
export function impliesUnder16(folded: string, year: number): boolean {
  const text = withDigits(folded.replace(/\s+/g, ' ').trim());
  if (said.some((one) => one.test(text))) return true;
  return patterns.some(({ pattern, young }) => {
    const found = pattern.exec(text)?.[1];
    return found !== undefined && young(Number(found), year);
  });
}

/** Ages and grades in words as digits: "mười bốn tuổi", "lớp bảy". */
function withDigits(text: string): string {
  const value = (word: string) => (word === 'lam' ? 5 : word === 'tu' ? 4 : ones.indexOf(word) + 1);
  const one = `${ones.join('|')}|lam|tu`;
  return text
    .replace(new RegExp(`\\bmuoi(?: (${one}))? tuoi\\b`, 'g'), (_, unit) => `${10 + (unit ? value(unit) : 0)} tuoi`)
    .replace(/\b(bay|tam|chin) tuoi\b/g, (_, unit) => `${value(unit)} tuoi`)
    .replace(new RegExp(`\\blop (${one}|muoi)\\b`, 'g'), (_, unit) => `lop ${unit === 'muoi' ? 10 : value(unit)}`);
}
