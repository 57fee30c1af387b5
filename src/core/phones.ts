import { centreOn, type Directory, shownOn } from './services.ts';

/** Only the digits of a written number, `+84` read as the leading zero it replaces. */
export function dialled(number: string): string {
  const only = number.replace(/\D/g, '');
  return /^\s*\+/.test(number) && only.startsWith('84') ? `0${only.slice(2)}` : only;
}

/** The dialled form of every number a reply may carry on `day`. */
export function numbersShownOn(directory: Directory, day: string): Set<string> {
  const shown = directory.services.filter((one) => shownOn(one, day).as !== 'hidden').map((one) => one.number);
  const centre = centreOn(directory.centre, day);
  return new Set([...shown, ...(centre.by === 'contact' ? [centre.contact.number] : [])].map(dialled));
}

/** The phone-shaped numbers of `text` that no reply may carry on `day`: not in the directory, or not shown then. */
export function unknownPhones(text: string, directory: Directory, day: string): string[] {
  const found = phoneNumbersIn(text);
  if (found.length === 0) return [];
  const known = numbersShownOn(directory, day);
  return found.filter((one) => !known.has(one));
}

/** Words after a number that make it an amount, a span or a measure. */
const measure =
  'đồng|đ|vnđ|vnd|triệu|tỷ|tỉ|nghìn|ngàn|trăm|giờ|phút|giây|ngày|tuần|tháng|năm|tuổi|lần|lượt|cuộc|vụ|tin|trường hợp|h|km|m|kg|ha';
/** Words after a number that make it a count. */
const counted =
  'người|trẻ|bé|nam|nữ|xã|phường|thôn|bản|hộ|điều|khoản|điểm|mục|trang|chương|chữ|ký tự|suất|đơn vị|đại biểu|chỉ tiêu|mô hình|tổ|cơ sở|trường|lớp|bước|quyển|văn bản|từ';
/** Words before a number that make it a place in a document. */
const place =
  'điều|khoản|điểm|mục|chương|phần|phụ lục|trang|biểu|mẫu|bài|luật|nghị quyết|nghị định|thông tư|quyết định|kế hoạch|bộ luật|vbhn';
/** Words before a short number that make it one to dial. */
const call =
  'gọi|bấm|quay|nhắn|alo|alô|hotline|sđt|sdt|điện thoại|đường dây|tổng đài|số máy|liên hệ|liên lạc|phone|call|tel';
const joint = '\\s*(?:,|;|/|–|-|và|đến|hoặc|hay)\\s*(?:số\\s+)?';
const years = '(?:19|20)\\d{2}';
const aYear = new RegExp(`^${years}$`);

/** Days, numbers of acts, spans of years. */
const dates = [
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d{2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  /(?<![\d/])\d{1,5}\/(?:19|20)\d{2}(?:\/[\p{L}\d-]+)*/gu,
  /(?<![\d/])\d{1,5}\/\p{Lu}{2}[\p{L}\d-]*/gu,
  new RegExp(`(?<!\\d)${years}\\s*[–-]\\s*${years}(?!\\d)`, 'gu'),
];
/** Amounts in groups of thousands; a group after other digits may end a phone. */
const grouped = '[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?';
const thousands = [new RegExp(`(?<![\\d.)-]\\s?)${grouped}(?:\\s*[–-]\\s*${grouped})?(?![.\\d])`, 'gu')];
/** Places in documents, decimals. */
const places = [
  new RegExp(`(?<!\\p{L})(?:${place})(?:\\s+số)?\\s+\\d+(?:${joint}(?:(?:${place})\\s+)?\\d+)*(?!\\d)`, 'giu'),
  /\d+,\d+/gu,
];
const amounts = [new RegExp(`\\d+(?:\\s*[–-]\\s*\\d+)?\\s*(?:[%‰°]|(?:${measure}|${counted})(?!\\p{L}))`, 'giu')];

/** What may stand between two digits of one number; the end of a sentence or line may not. */
const gap = '(?:\\.|[^\\S\\n]?[()\\u00b7-]{0,2}[^\\S\\n]?)';
const digits = (least: number, most: number) => `\\d(?:${gap}\\d){${least - 1},${most - 1}}`;
/** Full numbers: +84…, 1800/1900…, 0…, eight or more digits on end, two groups of four that are no years. */
const long = new RegExp(
  `(?<![\\d/])(?:${[
    `\\+\\s?84${gap}${digits(8, 10)}`,
    `1${gap}[89]${gap}0${gap}0${gap}${digits(4, 6)}`,
    `0${gap}${digits(8, 10)}`,
    '\\d{8,15}',
    `(?!${years})\\d{4}[\\s.-](?!${years})\\d{4}`,
  ].join('|')})(?!\\d)(?!\\s*(?:đồng|đ|vnđ|triệu|tỷ|nghìn)(?!\\p{L}))`,
  'giu',
);
/** "1800 1768 24 giờ": the hours of a line do not belong to its number. */
const hoursBehind = /\s+24(?=\s*(?:giờ|h|tiếng|\/\s*(?:24|7))(?!\p{L}))/giu;
const code = '\\d(?:[ .-]?\\d){2,3}';
const eachCode = new RegExp(code, 'g');
const listed = new RegExp(
  `(?<!\\p{L})(?:${call})[^\\d\\n.;!?]{0,60}?(${code}(?:${joint}${code})*)(?!\\d|[.,/]\\d|\\s*(?:[%‰°]|(?:${measure})(?!\\p{L})))`,
  'giu',
);
const bare = /(?<![\d.,–-])11\d(?!\d|[.,]\d)/gu;

/** Nothing with fewer digits can be dialled. */
const threeDigits = /\d\D*\d\D*\d/;

/**
 * The phone-shaped numbers in `text`, dialled form, each once. Made for checking what a machine wrote: days, years,
 * numbers of acts, articles and amounts are no phones; what else could be dialled is one. Short codes count when they
 * are 11x, or stand after a word for calling.
 */
export function phoneNumbersIn(text: string): string[] {
  const found = new Set<string>();
  let rest = text.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufe0f\u20e3\u00ad]/gu, '');
  if (!threeDigits.test(rest)) return [];
  const mask = (patterns: RegExp[]) => {
    for (const pattern of patterns) rest = rest.replace(pattern, ' § ');
  };
  const take = (pattern: RegExp, read: (whole: string, list: string | undefined) => string[]) => {
    rest = rest.replace(pattern, (whole: string, list: unknown) => {
      for (const one of read(whole, typeof list === 'string' ? list : undefined)) found.add(one);
      return ' § ';
    });
  };
  mask([...dates, ...thousands, hoursBehind]);
  take(long, (whole) => [dialled(whole)]);
  mask(places);
  take(listed, (_, list) => (list?.match(eachCode) ?? []).map(dialled).filter((one) => !aYear.test(one)));
  mask(amounts);
  take(bare, (whole) => [whole]);
  return [...found];
}
