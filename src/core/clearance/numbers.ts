import { hide, type Message } from './spans.ts';

const digitWords = new Set(
  'không khong một mot mốt hai ba bốn bon tư tu năm nam lăm lam sáu sau bảy bay bẩy tám tam chín chin mười muoi linh lẻ le o'.split(
    ' ',
  ),
);
const counted =
  /^(?:%|đồng|dong|đ|d|vnđ|vnd|triệu|trieu|tr|củ|cu|tỷ|tỉ|ty|ti|nghìn|nghin|ngàn|ngan|k|tuổi|tuoi|t|năm|nam|tháng|thang|ngày|ngay|tuần|tuan|giờ|gio|h|lần|lan|người|nguoi|con|đứa|dua|cháu|chau|lít|kg|km|m)$/;
const born = /^(?:sinh|đẻ|de|sn|ngay sinh|nam sinh)$/;
const places =
  /^(?:điều|dieu|khoản|khoan|điểm|diem|mục|muc|tiêu|tieu|chương|chuong|phần|phan|luật|luat|định|dinh|số|so|tư|tu|quyết|quyet)$/;

/**
 * Hides numbers that could lead to a person: phones, papers, accounts, plates, days. What stays are small counts, ages,
 * years that are no year of birth, amounts with their unit, places in documents and numbers of acts in `acts`.
 */
export function hideNumbers(message: Message, acts: ReadonlySet<string>): void {
  const { words } = message;
  for (let at = 0; at < words.length; ) {
    const to = runEnd(message, at);
    if (to > at) {
      const run = words.slice(at, to);
      const digits = run.reduce((sum, word) => sum + word.raw.replace(/\D/g, '').length, 0);
      const alone = run.length === 1 && mayStay(message, at, acts);
      // Groups of digits one after the other are a number that is dialled or shown on a paper.
      if (!alone && (run.length === 1 || digits >= 6)) hide(message, at, to, 'số');
      else if (!alone)
        for (let one = at; one < to; one++) if (!mayStay(message, one, acts)) hide(message, one, one + 1, 'số');
      at = to;
    } else at++;
  }
  hideSpelled(message);
  hideDates(message);
}

function runEnd({ words }: Message, from: number): number {
  let to = from;
  while (/^[+\d]/.test(words[to]?.raw ?? '')) to++;
  return to;
}

function mayStay({ words }: Message, at: number, acts: ReadonlySet<string>): boolean {
  const raw = words[at]?.raw ?? '';
  if (acts.has(raw) || (/^\d+\/\d{4}$/.test(raw) && [...acts].some((one) => one.startsWith(`${raw}/`)))) return true;
  const before = words[at - 1]?.raw ?? '';
  const after = words[at + 1]?.raw ?? '';
  if (isBirth(words.slice(Math.max(0, at - 3), at).map((one) => one.raw))) return false;
  if (/^(?:19|20)\d\d$/.test(raw)) return true;
  const plain = /^\d+(?:[.,]\d+)*(?:%|\p{L}{1,2})?$/u.test(raw);
  if (!plain) return false;
  const digits = raw.replace(/\D/g, '').length;
  if (digits <= 3) return true;
  return (
    digits <= 10 &&
    (counted.test(after) || counted.test(raw.replace(/^[\d.,]+/, ''))) &&
    !places.test(before) &&
    !raw.startsWith('0')
  );
}

function isBirth(before: string[]): boolean {
  return before.some((word) => born.test(word));
}

/** "Không chín tám bảy …": digits said one by one. */
function hideSpelled(message: Message): void {
  const { words } = message;
  for (let at = 0; at < words.length; ) {
    let to = at;
    while (digitWords.has(words[to]?.raw ?? '') || /^\d{1,2}$/.test(words[to]?.raw ?? '')) to++;
    if (to - at >= 5) hide(message, at, to, 'số');
    at = Math.max(to, at + 1);
  }
}

/** Days with their month, however written, and whatever stands after "sinh". */
function hideDates(message: Message): void {
  const { words } = message;
  words.forEach((word, at) => {
    if (/^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(word.raw)) hide(message, at, at + 1, 'ngày');
    const next = (step: number) => words[at + step]?.raw ?? '';
    if (/^ng[aà]y$/.test(word.raw) && /^\d{1,2}$/.test(next(1)) && /^th[aá]ng$/.test(next(2)))
      hide(message, at + 1, at + (/^n[aă]m$/.test(next(4)) ? 6 : 4), 'ngày');
    if (born.test(word.raw))
      for (let step = 1; step <= 7 && /^(?:\d\S*|ng[aà]y|th[aá]ng|n[aă]m|ở|o)$/.test(next(step)); step++)
        if (/^\d/.test(next(step))) hide(message, at + step, at + step + 1, 'ngày');
  });
}
