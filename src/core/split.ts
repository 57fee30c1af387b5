/** The number or letter of a place: 25, 5a, IV.2, đ. */
const mark = '(?:\\d[\\d.]*\\p{L}?|[IVX]+[.\\d]*|\\p{L})(?!\\p{L})';
/**
 * What stays in one piece: a number with what it counts, a number written in groups, a place in a document with the
 * document's number, a date in words. Each is looked for alone, since one may end in another ("Chỉ tiêu 2 và 1800 1768").
 */
const wholes = [
  '\\+?\\d[\\d.,]*(?:\\s?[–/-]\\s?\\d[\\d.,]*|[ ]\\d[\\d.,]*)*(?:[ ](?:%|phần trăm|nghìn|triệu|tỷ|đồng|tuổi|giờ|ngày|tuần|tháng|năm|người|lần|chỉ tiêu|khoản|điều))*',
  `(?:Điều|Khoản|Điểm|Mục tiêu|Mục|Phần|Chương|Chỉ tiêu)[ ]${mark}(?:[,;]?[ ](?:(?:Điều|khoản|điểm|Chỉ tiêu|và|đến)[ ])${mark})*`,
  '(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Kế hoạch)(?:[ ]số)?[ ]\\d+/[\\p{L}\\d/-]+',
  'ngày[ ]\\d{1,2}(?:[ ]tháng[ ]\\d{1,2}(?:[ ]năm[ ]\\d{4})?)?',
  'tháng[ ]\\d{1,2}[ ]năm[ ]\\d{4}',
].map((one) => new RegExp(one, 'giu'));

/**
 * Splits text into parts of at most `maxChars` UTF-16 units, at paragraph, sentence or word ends where possible, and
 * never inside a number, an amount or a citation unless that alone is longer than a part.
 */
export function split(text: string, maxChars: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars) {
    const end = breakOf(rest, maxChars);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** Where the first part ends: the best gap in its second half, any gap, or the last whole character that fits. */
function breakOf(text: string, maxChars: number): number {
  // What begins in the part and goes on behind it counts too.
  const window = text.slice(0, maxChars + 100);
  const kept = wholes.flatMap((one) =>
    [...window.matchAll(one)].map((found) => [found.index, found.index + found[0].length] as const),
  );
  const gaps: number[] = [];
  for (let at = maxChars; at > 0; at--) if (/\s/.test(text[at] ?? '') && !/\s/.test(text[at - 1] ?? '')) gaps.push(at);
  const open = gaps.filter((at) => !kept.some(([from, to]) => from < at && at < to));
  const late = open.filter((at) => at > maxChars / 2);
  return (
    late.find((at) => text[at] === '\n') ??
    late.find((at) => /[.!?…]/.test(text[at - 1] ?? '')) ??
    late[0] ??
    open[0] ??
    gaps[0] ??
    lastCharacterEnd(text, maxChars)
  );
}

/** The end of the last character, as people see characters, that ends within `maxChars`. */
function lastCharacterEnd(text: string, maxChars: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('vi').segment(text.slice(0, maxChars + 50))) {
    if (index + segment.length > maxChars) break;
    end = index + segment.length;
  }
  // One character longer than a part: only its surrogate pairs are spared.
  if (end > 0) return end;
  return /[\ud800-\udbff]/.test(text[maxChars - 1] ?? '') ? Math.max(1, maxChars - 1) : maxChars;
}
