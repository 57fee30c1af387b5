/** What the beginning of a line says about where it stands in a legal text. Whether it is meant so, its place tells. */
export type Mark =
  | { kind: 'part' | 'chapter' | 'section' | 'subsection'; name: string; rest: string }
  | { kind: 'article'; number: string; rest: string; certain: boolean }
  | { kind: 'clause'; number: string; rest: string }
  | { kind: 'point'; letter: string; rest: string };

const ordinals = 'nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười';
const count = `(?:thứ\\s+(?:${ordinals})|[IVXLC]+[a-zđ]?|\\d{1,3}[a-zđ]?)`;
const headings = (
  [
    ['part', 'Phần'],
    ['chapter', 'Chương'],
    ['section', 'Mục'],
    ['subsection', 'Tiểu mục'],
  ] as const
).map(([kind, word]) => ({
  kind,
  word,
  form: new RegExp(`^${word.replace(' ', '\\s+')}\\s+(${count})\\s*(?:([.:–-])\\s*|\\s+|$)(.*)$`, 'iu'),
}));
const article = /^điều\s+(?:thứ\s+)?(\d{1,4})\s?([a-zđ]?)(?!\p{L})\s*([.:–-]|$)?[.:–\s-]*(.*)$/iu;
const clause = /^(?:khoản\s+(\d{1,3}[a-zđ]?)\s*[.:]\s*|(\d{1,3}[a-zđ]?)\s?(?:[.)/]\s+|\.(?=[\p{Lu}[])))(\S.*)$/iu;
const point = /^(?:[Đđ]iểm\s+)?([a-zđ])(\d{0,2})\s?[).]\s*(\S.*)$/u;
/** What follows a number when the line only speaks of that place: "Điều 5 của Luật này", "Mục 2 Chương I". */
const reference =
  /^(?:của|này|và|hoặc|đến|tới|thì|phải|được|có|bị|là|tại|trên|trong|theo|cho|khoản|điểm|điều|mục|chương|phần|bộ luật|luật|nghị định|nghị quyết|thông tư|pháp lệnh|hiến pháp|quyết định|ban hành)(?![\p{L}])/iu;

/** Reads what a line may begin, or `null`. The line is in composed form with single blanks. */
export function markOf(line: string): Mark | null {
  for (const { kind, word, form } of headings) {
    const found = form.exec(line);
    if (!found) continue;
    const [, number = '', sign, rest = ''] = found;
    // "Mục vi phạm" counts nothing.
    if (/^[ivxlc]/.test(number)) return null;
    if (!sign && (reference.test(rest) || (rest !== '' && !/^[\p{Lu}“"(]/u.test(rest)))) return null;
    return { kind, name: `${word} ${number}`, rest };
  }
  const heading = article.exec(line);
  if (heading) {
    const [, digits = '', letters = '', sign = '', rest = ''] = heading;
    const number = `${Number(digits)}${letters.toLowerCase()}`;
    // "Điều 5a", but "Điều 5 a" and "Điều 12và" say nothing certain.
    if (sign === '' && rest !== '') {
      if (letters !== '' || reference.test(rest) || !/^\p{Lu}/u.test(rest)) return null;
      return { kind: 'article', number, rest, certain: false };
    }
    return { kind: 'article', number, rest, certain: /^Điều|^ĐIỀU/.test(line) };
  }
  const numbered = clause.exec(line);
  if (numbered)
    return { kind: 'clause', number: (numbered[1] ?? numbered[2] ?? '').toLowerCase(), rest: numbered[3] ?? '' };
  const lettered = point.exec(line);
  return lettered ? { kind: 'point', letter: `${lettered[1]}${lettered[2]}`, rest: lettered[3] ?? '' } : null;
}

/** Whether `next` may follow `before` in a numbering: "5" → "5a", "6"; a few may be missing, none may come again. */
export function follows(before: string | null, next: string, mostMissing: number): boolean {
  const [number, letters] = parts(next);
  if (before === null) return number >= 1 && number <= 1 + mostMissing && letters === '';
  const [last, lastLetters] = parts(before);
  if (number === last) return letters > lastLetters;
  return number > last && number <= last + 1 + mostMissing;
}

function parts(number: string): [number, string] {
  const found = /^(\d+)(.*)$/.exec(number);
  return [Number(found?.[1] ?? 0), (found?.[2] ?? '').replace('đ', 'd~')];
}

const letters = 'abcdđefghijklmnopqrstuvwxyz';

/** Whether point `next` may follow point `before`: letters in Vietnamese order, "a1" after "a". */
export function pointFollows(before: string | null, next: string): boolean {
  const at = letters.indexOf(next.charAt(0));
  if (before === null) return at === 0 && next.length === 1;
  const last = letters.indexOf(before.charAt(0));
  if (at === last) return Number(next.slice(1) || 0) > Number(before.slice(1) || 0);
  // f, j, w and z are no letters of the alphabet; a repealed point leaves a gap.
  return at > last && at <= last + 4;
}
