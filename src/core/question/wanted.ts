import { beforeMachine } from './wants.ts';

/** The kind of fact a question wants to hear, where a passage can be checked for holding one. */
export const wantedFacts = [
  'fine',
  'prison',
  'money',
  'duration',
  'hours',
  'percent',
  'age',
  'phone',
  'address',
  'distance',
  'area',
  'year',
  'weekday',
] as const;

export type Wanted = (typeof wantedFacts)[number];

const span = '(?:giay|phut|gio|tieng|ngay|hom|bua|buoi|tuan|thang|nam|quy|lan|phan|%|tuoi)';
const much = `(?:bao nhieu|may)(?! ${span})`;
/** Up to five words in between. */
const near = '(?: \\S+){0,5} ';

/** Patterns over the folded question, the more special first. */
const patterns: ReadonlyArray<readonly [Wanted, RegExp]> = [
  [
    'prison',
    /\b(?:tu|ngoi tu|di tu|phat tu|an tu)(?: \S+){0,3} (?:may|bao nhieu) nam\b|\b(?:may|bao nhieu) nam(?: thi)? tu\b|\btu (?:may|bao nhieu) nam\b|\bmuc an\b/,
  ],
  [
    'fine',
    new RegExp(
      `\\b(?:phat|xu phat|nop phat|muc phat|tien phat)${near}(?:bao nhieu|may)(?! (?:ngay|thang|nam|gio|lan|tin))\\b|\\b(?:phat|nop phat) (?:bao nhieu|may)(?! (?:ngay|thang|nam|gio|lan|tin))\\b|(?<!\\b(?:toi|den) )\\bmuc (?:xu )?phat\\b(?!.*\\b(?:tu ngay|hieu luc|ap dung)\\b)`,
    ),
  ],
  [
    'money',
    new RegExp(
      `\\b(?:bao nhieu|may) (?:tien|dong|(?:chuc |tram )?(?:trieu|nghin|ngan|t[yi](?! (?:le|so|suat)\\b))|cu|chai|lit|kinh phi|ngan sach|von)\\b|\\b(?:le phi|an phi|chi phi|tro cap|phu cap|hoc phi|kinh phi|tien(?! s[iy]))(?:${near}| )${much}\\b|\\bgia bao nhieu\\b|(?<!\\bmien )\\bphi (?:\\S+ ){1,10}${much}\\b|(?<!\\bkhong )\\b(?:mat|ton|thu) (?:tien|phi)\\b|\\bmien phi khong\\b|\\bthu(?: \\S+){0,3} bao nhieu (?:mot|moi|1) (?:thang|nam|ky|buoi|ngay|gio)\\b`,
    ),
  ],
  [
    'phone',
    /\b(so dien thoai|sdt|so may(?: ban)? (?:la )?(?:so may|bao nhieu|may)|hotline|duong day nong|so tong dai|goi so (?:nao|may|gi|bao nhieu)|so lien he)\b/,
  ],
  [
    'address',
    /\bdia chi (?:(?:cu the|chinh xac) )?(?:o dau|la gi|nao|the nao|cua)\b|\b(?:cho (?:xin|hoi|toi|em|minh)|xin) dia chi\b(?! khong\b)|\btru so\b.*\bdau\b|\b(?:dong|nam) o (?:dau|duong nao)\b|\bo (?:duong|pho|ngo|phuong|so nha) (?:nao|may)\b/,
  ],
  ['age', /\b(?:may|bao nhieu) tuoi\b/],
  ['percent', /\b(?:may|bao nhieu) (?:phan tram|%)|\bphan tram la bao nhieu\b/],
  ['distance', /\b(?:may|bao nhieu) (?:met|m|km|cay so)\b(?! vuong)/],
  ['area', /\b(?:may|bao nhieu) (?:m2|met vuong|m vuong|sao dat|hec ?ta)\b/],
  [
    'weekday',
    /(?<!\b(?:lan|thang|dieu|doi|con|tuan|ngay|nam|ky|dua|nguoi|hang|tranh|cam|chinh) )\b(?:thu may|thu bao nhieu)\b(?! (?:phut|tien|dong|trieu|gio|tieng))/,
  ],
  ['year', /\b(?:nam (?:nao|bao nhieu)|ngay thang nam nao)\b(?! (?:do|ma|thi|tro))(?!(?: \S+){0,4} cung\b)/],
  [
    'hours',
    /\b(?:may|bao nhieu) (?:gio(?! (?:bao|may|la|thi))|tieng)\b(?! (?:nao|roi|nay|qua|viet|anh|mong|dao|noi|dan toc))(?!.*\b(?:bat dau|mo cua|dong cua)\b)/,
  ],
  [
    'duration',
    /\bbao lau\b|\b(?:may|bao nhieu) (?:giay|phut|gio(?! (?:bao|may|la|thi))|tieng|buoi|ngay|hom|bua|tuan|thang|nam|quy)\b(?! (?:le|tuoi|sinh|nao|roi|nay|do|ay|kia|qua|lien))|\bthoi han (?:la |bao|may)/,
  ],
];

/** "Từ mấy năm đến mấy năm" is a span, and "tù" is only written like it. */
const fromTo = /\btu ((?:may|bao nhieu) (?:nam|thang|ngay|tuoi)) (?:den|toi) (?=may|bao nhieu)/g;

/** In "nhà máy đông" no amount is asked for. */
const machines = new RegExp(`\\b${beforeMachine} may\\b`, 'g');

/** A factor is no sum, whatever it multiplies. */
const ofFactor = /\bhe so (?:la )?(?:may|bao nhieu)\b/g;

/** "Thách mấy chục triệu với cả con trâu" tells of some, and asks for none. */
const some = /\b(?:may|vai) (?:chuc|tram) (?:trieu|nghin|ngan)(?= (?:voi|ca|kem|cong|ma|roi|de|tien mat)\b)/g;

/** What kind of fact the folded question wants; `null` when none that can be checked. */
export function wantedFact(folded: string): Wanted | null {
  const asked = folded
    .replace(fromTo, '$1 ')
    .replace(ofFactor, 'he so nao')
    .replace(machines, 'noi')
    .replace(some, 'nhieu tien');
  return patterns.find(([, pattern]) => pattern.test(asked))?.[0] ?? null;
}

/** The kind of fact a yes/no question is best answered with; the answer stands without it. */
export function helpfulFact(folded: string): Wanted | null {
  if (/\b(?:co|bi|phai) (?:di |ngoi |phat )?tu\b.*\b(?:khong|chua)\b|\bdi tu (?:khong|a|ha)\b/.test(folded))
    return 'prison';
  return /\bbi (?:xu )?phat\b.*\b(?:khong|chua)\b|\bphat (?:sao|the nao|ra sao|kieu gi|gi)\b/.test(folded)
    ? 'fine'
    : null;
}
