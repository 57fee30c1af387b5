import type { Token } from '../vietnamese/normalise.ts';

/** The kind of quantity or thing an answer must hold: "mấy tháng" wants months, "khi nào" a date. */
export type Want =
  | 'age'
  | 'percent'
  | 'money'
  | 'days'
  | 'months'
  | 'years'
  | 'hours'
  | 'times'
  | 'prison'
  | 'date'
  | 'place'
  | 'number';

/** Before these "máy" and "may" ask for no number: "nhà máy đông bao nhiêu chị em". */
export const beforeMachine = '(?:nha|xe|tho|nghe|nganh)';
const many = `(?:bao nhieu|(?<!\\b${beforeMachine} )may|bao lau)`;
const lasting: readonly Want[] = ['days', 'months', 'years', 'hours'];

/** Patterns over the folded question, words separated by single spaces. */
const patterns: ReadonlyArray<readonly [readonly Want[], RegExp]> = [
  [
    ['age'],
    new RegExp(
      `\\b${many} tuoi|\\btuoi (?:nao|bao nhieu|may|toi thieu)|\\btuoi\\b.*\\b(?:bao nhieu|may)$|\\bdo tuoi\\b|\\bdu tuoi\\b`,
    ),
  ],
  [['percent'], new RegExp(`\\b${many} (?:%|phan tram)|\\bt[iy] le\\b|\\bt[iy] trong\\b|%`)],
  [
    ['money'],
    new RegExp(
      `\\b${many} (?:tien|dong|trieu|nghin|ngan|ty|cu)\\b|\\bphat (?:tien )?${many}\\b|\\bmuc (?:phat|tien|ho tro|tro cap|huong|luong)|` +
        `\\b(?:phat|nop|ton|mat|tro cap|ho tro|boi thuong)\\b.*\\b(?:bao nhieu|may trieu|nhieu tien)\\b|\\bkinh phi\\b|\\bngan sach\\b`,
    ),
  ],
  [['days'], new RegExp(`\\b${many} (?:ngay|tuan|hom|bua)\\b`)],
  [['months'], new RegExp(`\\b${many} thang\\b`)],
  [['years'], new RegExp(`\\b${many} nam\\b`)],
  [['hours'], new RegExp(`\\b${many} (?:gio|tieng|phut)\\b`)],
  [lasting, /\b(?:bao lau|thoi (?:han|gian)|trong vong|lau (?:nhat|khong)|keo dai)\b/],
  [['times'], new RegExp(`\\b${many} lan\\b|\\bgap (?:may|doi|bao)`)],
  [
    ['date'],
    /\b(?:khi nao|bao gio|luc nao|(?:ngay|thang|nam|hom) nao|ngay may|hieu luc|tu bao gio|han (?:chot|cuoi|nop))\b/,
  ],
  [
    ['place'],
    /\b(?:o dau|cho nao|noi nao|den dau|dau nhi|nop (?:o )?dau|gap ai|tim ai|bao (?:cho )?ai|hoi ai|cho ai)\b/,
  ],
  [['number'], /\b(?:so (?:may|nao|bao nhieu|dien thoai)|goi so|hotline|tong dai|duong day nong|sdt)\b/],
];

/** A fee that is named wants a sum, unless it is asked who pays it or whether it is to be paid. */
const fee = /(?<!\bmien )\bphi\b/;
const whoPays = /\b(?:ai|chia|mien|(?:co|duoc|phai) (?:\S+ ){0,6}khong)\b/;
const sum = /\b(?:bao nhieu|may|muc|gia|het|ton|nhieu)\b/;

/** Prison is "tù", which folds like "từ" and "tư": in a folded question it must stand beside a word of punishment. */
const prison =
  /\b(?:di|bi|phat|an|ngoi|o|khung|may nam|bao nhieu nam|lau nam) tu\b(?! (?:choi|van|do|nay|cach|phap))|\btu (?:may|bao (?:lau|nhieu)|chung than|giam|toi)\b/;

/** "6 tháng đúng không?" wants months: the figure is what is to be confirmed. */
const claims: ReadonlyArray<readonly [Want, RegExp]> = [
  ['age', /\d tuoi\b/],
  ['percent', /\d ?(?:%|phan tram)/],
  ['money', /\d (?:trieu|nghin|ngan|dong|ty)\b/],
  ['days', /\d (?:ngay|tuan)\b/],
  ['months', /\d thang\b/],
  ['years', /\d nam\b/],
];
const claiming = /\b(?:dung|phai|chuan|that) (?:khong|ko|k|hong|hem)\b|\bco phai\b|\bnghe noi\b/;

/** What the question wants to hear of; empty when it asks for no particular quantity. */
export function wantsOf(folded: string, words: Token[]): Set<Want> {
  const wants = new Set(patterns.filter(([, pattern]) => pattern.test(folded)).flatMap(([want]) => want));
  if (claiming.test(folded)) for (const [want, pattern] of claims) if (pattern.test(folded)) wants.add(want);
  if (fee.test(folded) && (sum.test(folded) || !whoPays.test(folded))) wants.add('money');
  const marked = words.some((word) => word.raw !== word.folded);
  if (words.some((word) => word.raw === 'tù') || (!marked && prison.test(folded))) wants.add('prison');
  return wants;
}
