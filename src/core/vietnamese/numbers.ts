import { dateOrShareAt } from './dates.ts';
import type { Token } from './normalise.ts';
import { type Quantity, quantityAt } from './quantities.ts';
import { shareAt } from './shares.ts';
import { markedLetter } from './syllable.ts';

/**
 * A number in a message. `value` is in `unit` (18.168 triệu → 18168 "triệu"); a year is the calendar year, a date
 * month × 100 + day (30/11 → 1130), a share a fraction of one. Tokens `from` up to, not including, `to`.
 */
export type NumberMention = {
  value: number;
  unit: '%' | 'tuổi' | 'năm' | 'triệu' | 'tỷ' | 'nghìn' | 'tháng' | 'ngày' | 'lần' | null;
  kind: 'number' | 'year' | 'date' | 'share';
  from: number;
  to: number;
};
type Unit = NumberMention['unit'];

const scaleUnit: Record<number, Unit> = { 1e3: 'nghìn', 1e6: 'triệu', 1e9: 'tỷ' };
const label = /^(?:tieu|dieu|khoan|muc|hinh|chuong|so)$/;
const counted = /^(?:nguoi|dong|vu|ca|ho|tin|luot|truong|cuoc|can|dai|xa|em|ban)$/;
const listed = /^(?:muc tieu|chi tieu|mo hinh|giai phap|nhiem vu|nhom|hanh vi|hinh thuc|bien phap|co quan|dieu kien)\b/;

/** The numbers of a message in order, typed in digits or in words, with or without diacritics. Lone small words are left. */
export function readNumbers(tokens: Token[]): NumberMention[] {
  const bare = !tokens.some((_, at) => typedWithMarks(tokens, at));
  const mentions: NumberMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention =
      shareAt(tokens, at, bare) ??
      dateOrShareAt(tokens, at) ??
      shortYear(tokens, at, bare) ??
      numberAt(tokens, at, bare);
    if (mention) mentions.push(mention);
    at = mention ? mention.to : at + 1;
  }
  return mentions;
}

/**
 * A token that carries diacritics as typed. An expanded short form ("ck", "bhxh") is longer than its place in the text,
 * or shares it with the other words it stands for.
 */
export function typedWithMarks(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !markedLetter.test(token.raw) || token.raw.length !== token.end - token.start) return false;
  return tokens[at - 1]?.start !== token.start && tokens[at + 1]?.start !== token.start;
}

/** "2k25" and "2k5", and "hai không ba không" read digit by digit. */
function shortYear(tokens: Token[], at: number, bare: boolean): NumberMention | null {
  const typed = /^2k(\d{1,2})$/.exec(tokens[at]?.raw ?? '');
  if (typed) return { value: 2000 + Number(typed[1]), unit: null, kind: 'year', from: at, to: at + 1 };
  const four = tokens.slice(at, at + 4).map((token) => (bare ? token.folded : token.raw));
  const said = /^hai (?:không|khong) (một|mot|hai|ba|bốn|bon|năm|nam) (\S+)$/.exec(four.join(' '));
  const tens = digitOf[said?.[1] ?? ''];
  const ones = digitOf[said?.[2] ?? ''];
  if (tens === undefined || ones === undefined) return null;
  return { value: 2000 + tens * 10 + ones, unit: null, kind: 'year', from: at, to: at + 4 };
}

const digitOf: Record<string, number> = {};
for (const [
  value,
  names,
] of 'không khong,một mot mốt,hai,ba,bốn bon tư,năm nam lăm lam,sáu sau,bảy bay,tám tam,chín chin'.split(',').entries())
  for (const name of names.split(' ')) digitOf[name] = value;

function numberAt(tokens: Token[], at: number, bare: boolean): NumberMention | null {
  const age = /^(\d{1,2})t$/.exec(tokens[at]?.raw ?? '');
  if (age) return { value: Number(age[1]), unit: 'tuổi', kind: 'number', from: at, to: at + 1 };
  const quantity = quantityAt(tokens, at, bare);
  if (!quantity) return null;
  const before = tokens[at - 1]?.folded ?? '';
  const measured = unitAt(tokens, quantity, label.test(before), bare);
  const { unit, to } = measured;
  const { value } = quantity;
  const made = (kind: 'number' | 'year', year = value): NumberMention => ({ value: year, unit, kind, from: at, to });
  if (unit === null && isYear(tokens, at, quantity)) return made('year');
  if (unit === null && afterYearWord(tokens, at, bare) && value >= 20 && value <= 50 && Number.isInteger(value))
    return made('year', 2000 + value);
  if (unit === null && before === 'thang' && quantity.words > 0 && value <= 12)
    return { ...made('number', value * 100), kind: 'date' };
  if (quantity.words === 1 && !loneWordCounts(tokens, at, unit, bare)) return null;
  return made('number');
}

function isYear(tokens: Token[], at: number, { value, words, raw, to }: Quantity): boolean {
  if (!Number.isInteger(value) || value < 1900 || value > 2100) return false;
  return (
    (words > 0 || /^\d{4}$/.test(raw)) &&
    !counted.test(tokens[to]?.folded ?? '') &&
    !/^(?:dieu|khoan)$/.test(tokens[at - 1]?.folded ?? '')
  );
}

/** "năm 30" means 2030; without diacritics only after "den", "tu" and the like, for "nam 30" may be a man of thirty. */
function afterYearWord(tokens: Token[], at: number, bare: boolean): boolean {
  const before = tokens[at - 1];
  if (!bare) return before?.raw === 'năm';
  return before?.folded === 'nam' && /^(?:den|toi|tu|moc|trong|vao|cuoi)$/.test(tokens[at - 2]?.folded ?? '');
}

/** One small number word is often something else ("ba" father, "sau" after): it counts with a unit or a listed thing. */
function loneWordCounts(tokens: Token[], at: number, unit: Unit, bare: boolean): boolean {
  const word = tokens[at]?.folded ?? '';
  if (/^(?:khong|tu)$/.test(word)) return false;
  if (unit === null) {
    const next = `${tokens[at + 1]?.folded ?? ''} ${tokens[at + 2]?.folded ?? ''}`;
    return (
      (tokens[at]?.raw === 'mười' || listed.test(next)) && word !== 'mot' && !(bare && /^(?:sau|nam|bay)$/.test(word))
    );
  }
  const timed = /^(?:năm|tháng|ngày|lần)$/.test(unit);
  if (timed && word === 'mot') return false;
  return !(timed && bare) || /^(?:hai|ba|bon|muoi)$/.test(word);
}

function unitAt(tokens: Token[], quantity: Quantity, labelled: boolean, bare: boolean): { unit: Unit; to: number } {
  const { to } = quantity;
  if (quantity.percent) return { unit: '%', to };
  if (quantity.scale > 1) return { unit: scaleUnit[quantity.scale] ?? null, to };
  const next = tokens[to];
  const after = tokens[to + 1];
  if (next?.raw === '%') return { unit: '%', to: to + 1 };
  if (next?.folded === 'phan' && after?.folded === 'tram') return { unit: '%', to: to + 2 };
  const word = bare ? next?.folded : next?.raw;
  if (word === 'tuổi' || word === 'tuoi') return { unit: 'tuổi', to: to + 1 };
  if (labelled) return { unit: null, to };
  if (word === 'lần' || (bare && word === 'lan')) return { unit: 'lần', to: to + 1 };
  if (word === 'tháng' || word === 'thang') return { unit: 'tháng', to: to + 1 };
  if (word === 'ngày' || (bare && word === 'ngay')) return { unit: 'ngày', to: to + 1 };
  const years = word === 'năm' || (bare && word === 'nam');
  // "Đóng 25 năm, nay nghỉ": after a comma another clause begins.
  const apart = next !== undefined && after !== undefined && after.start - next.end > 1;
  if (years && (apart || !/^(?:\d{2,4}|nao|nay|ngoai|nu)$/.test(after?.folded ?? '')))
    return { unit: 'năm', to: to + 1 };
  return { unit: null, to };
}
