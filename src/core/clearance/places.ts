import { isStopWord } from '../question/stop-words.ts';
import { hide, type Message } from './spans.ts';

/** Words before the name of a place, and what they mean otherwise: with such a word behind them they name none. */
const before: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    thôn: /^$/,
    xóm: /^$/,
    ấp: /^$/,
    bản: /^(?:thân|án|sao|chất|cam|đồ|tin|quyền|khai|kê|nháp|năng|lĩnh)$/,
    buôn: /^(?:bán|người)$/,
    tổ: /^(?:chức|quốc|tiên|trưởng|hòa|hoà|dân|hợp|viên|ấm|đình|công|phó)$/,
    khu: /^(?:vực|dân|công|nhà|tự)$/,
    xã: /^(?:hội|viên|giao|không|nào|cũ|mới|có|phường|em|mình|tôi|này|là|ở|nơi)$/,
    phường: /^(?:nào|cũ|mới|có|là|xã|không|em|mình|tôi|nơi)$/,
    trấn: /^(?:nào|cũ|mới|có|là|áp|an|tĩnh)$/,
    huyện: /^(?:nào|cũ|mới|có|là|thoại|em|mình|tôi|ủy)$/,
    đường: /^(?:dây|lối|phố|hoàng|đột|link)$/,
    phố: /^$/,
    ngõ: /^$/,
    ngách: /^$/,
    hẻm: /^$/,
    trường: /^(?:hợp|học|nào|em|con|mình|lớp|thọ|kỳ|công|tư|nội|dân|phổ|mầm|tiểu|trung|đại|cao|có|thì|là)$/,
    lớp: /^(?:học|\d+)$/,
    quán: /^(?:ăn|cà|cafe|bar|nước|xá|rượu|nhậu|karaoke)$/,
    chợ: /^(?:búa|tình|đen)$/,
    cty: /^(?:em|mình|tôi|nào|có|không|cho|đuổi|trả|bắt)$/,
    nhà: /^$/,
  }),
);
/** How the same looks without diacritics, only where hardly anything else does. */
const bareBefore = new Map([...before].filter(([word]) => /^(?:thôn|xóm|xã|phường|huyện|ngõ)$/.test(word)));
const houseNumber = /^(?:nhà|nha|ngõ|ngo|ngách|ngach|hẻm|hem|tổ|to|khu|lô|lo|phòng|phong)$/;
const foldedOf: Record<string, string> = {
  thon: 'thôn',
  xom: 'xóm',
  xa: 'xã',
  phuong: 'phường',
  huyen: 'huyện',
  ngo: 'ngõ',
};
const bareOther = /^(?:hoi|vien|nao|cu|moi|co|la|khong|em|minh|toi|thoai|nay|o|hoi)$/;
/** Words for a place that without diacritics mean much else, unless somebody is there. */
const hamlet = /^(?:ban|to|ap|khu|duong|pho|buon|hem|ngach|cho)$/;
const lives = /^(?:o|tai|ve|den|que|tu|nha)$/;
const mostWords = 3;

type Names = { written: (name: string) => string[]; longest: number };

/**
 * Hides where somebody is: what stands after a word for a place, house numbers, and every commune or former district of
 * `map`. The province stays: the plan is its own.
 */
export function hidePlaces(message: Message, map: Names, province: string): void {
  const { words, typed, bare } = message;
  const keeps = new Set(province.split(' '));
  words.forEach((word, at) => {
    const isSaid =
      bare &&
      (bareBefore.has(foldedOf[word.raw] ?? '') ||
        (hamlet.test(word.raw) && at > 0 && lives.test(words[at - 1]?.raw ?? '')));
    const other = before.get(word.raw) ?? (isSaid ? bareOther : undefined);
    if (houseNumber.test(word.raw) && /^\d/.test(words[at + 1]?.raw ?? '')) hide(message, at + 1, at + 2, 'nơi');
    // "Số 12" of a street, not of a decree.
    if (/^(?:nhà|nha)$/.test(word.raw))
      for (let step = 1; step <= 3; step++)
        if (/^(?:số|so)$/.test(words[at + step]?.raw ?? '')) hide(message, at + step + 1, at + step + 2, 'nơi');
    if (other === undefined || word.raw === 'nhà') return;
    const next = words[at + 1];
    if (!next || other.test(next.raw) || other.test(next.folded)) return;
    let to = at + 1;
    while (to - at <= mostWords && isPartOfName(message, to, to === at + 1)) to++;
    if (!typed.slice(at + 1, to).every((one) => keeps.has(one.toLowerCase()))) hide(message, at + 1, to, 'nơi');
  });
  for (let at = 0; at < words.length; at++)
    for (let length = Math.min(map.longest, words.length - at); length >= 1; length--) {
      const name = words
        .slice(at, at + length)
        .map((word) => word.folded)
        .join(' ');
      const written = map.written(name);
      if (written.length === 0 || name === province) continue;
      const raw = words
        .slice(at, at + length)
        .map((word) => word.raw)
        .join(' ');
      // "10 năm đá" is not Nậm Đá.
      if (!bare && raw !== name && !written.includes(raw)) continue;
      if (bare && /^\d/.test(words[at - 1]?.raw ?? '')) continue;
      const isNamed = length > 1 || /^\p{Lu}/u.test(typed[at] ?? '');
      if (isNamed && !isOrdinary(message, at, at + length)) hide(message, at, at + length, 'nơi');
    }
}

function isPartOfName({ words, typed }: Message, at: number, first: boolean): boolean {
  const word = words[at];
  if (!word) return false;
  if (/^\d/.test(word.raw)) return first || /^\d/.test(typed[at] ?? '');
  if (/^\p{Lu}/u.test(typed[at] ?? '')) return true;
  return !isStopWord(word) || first;
}

/** Names of some communes are everyday words too ("Bình Yên"): written small, with their diacritics, they are the latter. */
function isOrdinary({ typed, words }: Message, from: number, to: number): boolean {
  const some = typed.slice(from, to);
  return (
    words.slice(from, to).some((word) => word.raw !== word.folded) &&
    some.slice(1).every((one) => one === one.toLowerCase()) &&
    ordinary.test(some.join(' ').toLowerCase())
  );
}

const ordinary =
  /^(?:trung tâm|hạnh phúc|bảo hà|hợp thành|thành công|hòa bình|phong niên|thống nhất|hợp minh|tân tiến|cộng hòa|đồng tâm|dân tộc|quy mông|vĩnh lạc|y can|mai sơn|nam cường)$/;
