/** Words that keep their capital inside a title; nothing here names a place or a person. */
const proper = [
  'Việt Nam',
  'Quốc hội',
  'Chính phủ',
  'Nhà nước',
  'Đảng',
  'Bộ luật',
  'Luật',
  'Nghị định',
  'Nghị quyết số',
  'Thông tư',
  'Quyết định số',
  'Hiến pháp',
];

/** A title in capitals as it is written in running text; any other comes back as it is. */
export function sentenceCase(title: string): string {
  if (/\p{Ll}/u.test(title)) return title;
  const lower = title.toLocaleLowerCase('vi');
  const named = proper.reduce(
    (text, name) => text.replace(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'giu'), name),
    lower,
  );
  return upperFirst(named.replace(/\d+\/\d{4}\/[\p{L}\d-]+/gu, numberAsWritten));
}

/** The number of an act, which a title in capitals may hold: "125/2021/nđ-cp" → "125/2021/NĐ-CP", "12/2025/qđ-ttg" → "12/2025/QĐ-TTg". */
function numberAsWritten(number: string): string {
  return number.toLocaleUpperCase('vi').replace(/(?<=-)TTG$/, 'TTg');
}

/** "BỘ CÔNG AN" → "Bộ Công an", "ỦY BAN NHÂN DÂN TỈNH BAN MAI" → "Ủy ban nhân dân tỉnh Ban Mai". */
export function officeName(written: string): string {
  return sentenceCase(written)
    .replace(
      /^(Bộ|Sở|Ban|Cục|Tổng cục) (\p{Ll})/u,
      (_, kind: string, letter: string) => `${kind} ${letter.toUpperCase()}`,
    )
    .replace(
      /(?<!\p{L})(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) (.+)$/iu,
      (_, kind: string, name: string) => {
        const words = name.split(' ').map((word) => upperFirst(word.toLocaleLowerCase('vi')));
        return `${kind.toLocaleLowerCase('vi')} ${words.join(' ')}`;
      },
    );
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
