import { daysBetween, monthsBetween } from '../calendar.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { birthIn } from './birth.ts';
import { daysNamed } from './days.ts';
import { type Sex, sexOf } from './sex.ts';
import type { Question } from './understand.ts';

/**
 * Somebody's age as told: in months from–to today (an age in years spans twelve of them), the day of birth where it was
 * told whole, and the sex where it is named.
 */
export type PersonAge = { from: number; to: number; born: string | null; sex: Sex | null };

const ofRule = /^(?:tu|du|duoi|tren|den|qua|nhat|thieu|hon)$/;
const groom = /\b(?:lay|cuoi|hoi|co) vo\b|\bvo (?:sap cuoi|chua cuoi|tuong lai)\b/;
const bride = /\b(?:lay|ga|cuoi|co) chong\b|\bchong (?:sap cuoi|chua cuoi|tuong lai)\b/;

/** Before a number without a unit: "trai 20 lấy gái 17". */
const young = /^(?:trai|gai)$/;

/** Whether a number typed is somebody's age: "từ 18 tuổi" tells of a rule, "17 tuổi" and "gái 17" of a person. */
export function isAgeOfPerson(figure: Question['figures'][number], { words }: Pick<Question, 'words'>): boolean {
  if (figure.kind !== 'number') return false;
  const before = words[figure.from - 1]?.folded ?? '';
  if (figure.unit === null) return young.test(before) && figure.value >= 5 && figure.value < 100;
  return figure.unit === 'tuổi' && !ofRule.test(before);
}

/** Whether months typed are how old a child or a pregnancy is: "nuôi con 9 tháng", "bầu 7 tháng". */
export function isAgeOfChild(figure: Question['figures'][number], { words }: Pick<Question, 'words'>): boolean {
  if (figure.unit !== 'tháng' || figure.kind !== 'number') return false;
  return /^(?:con|chau|be|bau|thai|chua)$/.test(lastPerson(words, figure.from));
}

/** The sex of the person whose age counts; "con trai lấy vợ" names a woman too, but the age is his. */
export function sexTold({ folded, words }: Pick<Question, 'folded' | 'words'>): Sex | null {
  return groom.test(folded) ? 'male' : bride.test(folded) ? 'female' : sexOf(words);
}

/** Whoever's birth is told, by the words right before it: "anh ấy sinh cuối tháng 12". */
const hisBirth =
  /\b(?:anh|ong|chu|con trai|chau trai|em trai|ban trai|chu re|chang)(?: (?:ay|ta|kia|toi|em|minh|nha))* (?:sinh|sn)\b/;
const herBirth =
  /\b(?:chi|(?:ba|co) (?:ay|ta|kia|toi|em|minh|nha)|con gai|chau gai|em gai|ban gai|co dau|nang)(?: (?:ay|ta|kia|toi|em|minh|nha))* (?:sinh|sn)\b/;
/** Parents who say something of it are not the one whose age counts ("mẹ em giục"), nor is whoever "bạn trai em" is to "em 19 tuổi". */
const parent = /^(?:me|bo|cha|ma)$/;
const whose = /^(?:em|toi|minh|chau|chong|vo|anh|no|ben)$/;

/** The sex of whoever is so old; `null` where it is not told. */
function sexOfPerson({ folded, words }: Question): Sex | null {
  const his = hisBirth.test(folded);
  const her = herBirth.test(folded);
  if (his !== her) return his ? 'male' : 'female';
  const isOther = (word: Token, at: number) =>
    (parent.test(word.folded) && whose.test(words[at + 1]?.folded ?? '')) ||
    (/^(?:trai|gai)$/.test(word.folded) && words[at - 1]?.folded === 'ban');
  const others = words.filter((word, at) => !isOther(word, at));
  return sexTold({ folded, words: others });
}

/** The one person whose age a question tells; `null` when it tells none, or of several. `today` is `YYYY-MM-DD`. */
export function personAge(question: Question, today: string): PersonAge | null {
  const { words, figures } = question;
  const sex = sexOfPerson(question);
  const ages = figures.filter(
    (one) =>
      isAgeOfPerson(one, question) ||
      (one.unit === 'tháng' &&
        one.kind === 'number' &&
        /^(?:con|chau|be|moi|duoc)$/.test(lastPerson(words, one.from)) &&
        !ofRule.test(words[one.from - 1]?.folded ?? '')),
  );
  const birth = birthIn(words);
  if (birth) {
    const day = daysNamed(words, today).find((one) => one.day.startsWith(`${birth.year}-`))?.day ?? null;
    if (day !== null) {
      if (daysBetween(day, today) < 0) return null;
      const months = monthsBetween(day, today);
      return { from: months, to: months, born: day, sex };
    }
    const [year = 0, month = 1] = today.split('-').map(Number);
    const months = (year - birth.year) * 12 + month;
    const [from, to] =
      birth.month === null ? [months - 12, months - 1] : [months - birth.month - 1, months - birth.month];
    return from < 0 ? null : { from, to, born: null, sex };
  }
  const [age, ...others] = ages;
  if (!age || others.length > 0) return null;
  const inMonths = age.unit === 'tháng' || words[age.to - 2]?.folded === 'thang';
  const told = age.value - (isShortOf(words, age.from) ? 1 : 0);
  const from = inMonths ? told : told * 12;
  return {
    from,
    to: inMonths ? from : from + 11,
    born: null,
    sex,
  };
}

/** "Gần 1 tuổi", "sắp tròn 18 tuổi", "chưa đầy 12 tháng": not there yet. */
function isShortOf(words: Question['words'], at: number): boolean {
  const before = words[at - 1]?.folded ?? '';
  const further = words[at - 2]?.folded ?? '';
  const short = /^(?:gan|sap|chua)$/;
  return short.test(before) || (/^(?:du|tron|day|den|toi|duoc|tuoi)$/.test(before) && short.test(further));
}

/** The word before a number, past "tôi", "em", "trai": "con tôi 20 tháng". */
function lastPerson(words: Question['words'], at: number): string {
  const own = /^(?:toi|em|minh|trai|gai|chung|nho|anh|chi|nha)$/;
  let before = at - 1;
  while (own.test(words[before]?.folded ?? '')) before--;
  return words[before]?.folded ?? '';
}
