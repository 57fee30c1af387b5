import type { Token } from './normalise.ts';
import { numberWord, spokenBelowThousand } from './number-words.ts';

/** A number with its scale. `scale`: 1, 1e3, 1e6 or 1e9; `words`: tokens of spelled number, 0 when typed in digits. */
export type Quantity = { value: number; scale: number; percent: boolean; to: number; words: number; raw: string };

type Atom = { value: number; to: number; words: number; percent: boolean; scale: number; raw: string };

const digits = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)$/;
const pointed = /^(\d+)\.(\d{1,2})(%?)$/;
/** "5tr", "2tr5", "60k", "3tỷ", "500nghìn". */
const glued = /^(\d+(?:[.,]\d{1,2})?)(k|tr|tỷ|tỉ|ty|ti)(\d?)$/;
const scales: Record<string, number> = { k: 1e3, tr: 1e6, tỷ: 1e9, tỉ: 1e9, ty: 1e9, ti: 1e9 };

/** Reads the quantity starting at `at`, scales included ("18 tỷ 168 triệu"), or `null`. */
export function quantityAt(tokens: Token[], at: number, bare: boolean): Quantity | null {
  const first = atomAt(tokens, at, bare);
  if (!first) return null;
  let { to, scale } = first;
  let total = first.value * scale;
  let words = first.words;
  if (scale === 1 && !first.percent) {
    const named = scaleAt(tokens, to, bare);
    if (named > 1) {
      scale = named;
      total *= named;
      to++;
      if (numberWord(tokens[to], bare)?.kind === 'half') {
        total += scale / 2;
        to++;
      } else if (isTenthOf(tokens, to, scale)) {
        total += (Number(tokens[to]?.raw) * scale) / 10;
        to++;
      }
      const rest = restAt(tokens, to, bare, scale);
      if (rest) {
        total += rest.value;
        to = rest.to;
        scale = rest.scale;
        words += rest.words;
      }
    }
  }
  return { value: Math.round((total / scale) * 1e6) / 1e6, scale, percent: first.percent, to, words, raw: first.raw };
}

/** What a digit counts that only follows a sum of money: "9 triệu 6 tháng". */
const counted =
  /^(?:thang|ngay|nam|tuoi|nguoi|con|dua|chau|be|em|lan|phan|gio|phut|tuan|buoi|hom|bua|dieu|khoan|muc|ho|xa|diem|tram|chuc|nghin|ngan|trieu|tr|k|%|\d.*)$/;

/** Whether the digit at `at` is said of tenths: "9 triệu 6" is 9.6 million. */
function isTenthOf(tokens: Token[], at: number, scale: number): boolean {
  const digit = tokens[at];
  if (scale < 1e6 || digit === undefined || !/^[1-9]$/.test(digit.raw)) return false;
  const next = tokens[at + 1];
  // More than a space between: a mark ends the sum there.
  return next === undefined || next.start - digit.end > 1 || !counted.test(next.folded);
}

/** What follows a scale: a smaller scaled number ("… 168 triệu"), or the end of a year in words ("… không trăm ba mươi"). */
function restAt(tokens: Token[], at: number, bare: boolean, above: number): Omit<Atom, 'percent' | 'raw'> | null {
  const atom = atomAt(tokens, at, bare);
  if (!atom || atom.percent || atom.scale > 1) return null;
  const scale = scaleAt(tokens, atom.to, bare);
  if (scale > 1 && scale < above) {
    const rest = restAt(tokens, atom.to + 1, bare, scale);
    return rest
      ? { ...rest, value: atom.value * scale + rest.value, words: atom.words + rest.words }
      : { value: atom.value * scale, to: atom.to + 1, words: atom.words, scale };
  }
  return atom.words > 1 && scale === 1 ? { value: atom.value, to: atom.to, words: atom.words, scale: 1 } : null;
}

function atomAt(tokens: Token[], at: number, bare: boolean): Atom | null {
  const token = tokens[at];
  if (!token) return null;
  const { raw } = token;
  if (!/^\d/.test(raw)) {
    const spoken = spokenBelowThousand(tokens, at, bare);
    return spoken && { value: spoken.value, to: spoken.to, words: spoken.words, percent: false, scale: 1, raw };
  }
  const short = glued.exec(raw);
  if (short) {
    const value = Number(`${short[1]}${short[3] ? `.${short[3]}` : ''}`.replace(',', '.'));
    return { value, to: at + 1, words: 0, percent: false, scale: scales[short[2] ?? ''] ?? 1, raw };
  }
  // Long digit strings and those that start with 0 are telephone and identity numbers.
  if (/^0[\d.]{3}|^\d{8}/.test(raw)) return null;
  const found = pointed.exec(raw) ?? digits.exec(raw);
  if (!found) return null;
  const value = Number(`${(found[1] ?? '').replaceAll('.', '')}.${found[2] ?? 0}`);
  return { value, to: at + 1, words: 0, percent: found[3] === '%', scale: 1, raw };
}

function scaleAt(tokens: Token[], at: number, bare: boolean): number {
  const token = tokens[at];
  if (!token) return 1;
  const word = bare ? token.folded : token.raw;
  const next = tokens[at + 1]?.folded;
  if (/^(?:triệu|trieu|tr)$/.test(word)) return 1e6;
  if (/^(?:tỷ|tỉ|ty|ti)$/.test(word)) {
    // "tỷ lệ" and "tỷ số" are ratios, "mot ti" is a little.
    const other = next === 'le' || next === 'so' || (word === 'ti' && tokens[at - 1]?.raw === 'mot');
    return other ? 1 : 1e9;
  }
  if (/^(?:nghìn|ngàn|nghin|ngan)$/.test(word)) return next === 'sach' ? 1 : 1e3;
  return 1;
}
