/** Offices that one person holds at a time, folded. */
const office =
  '(?:chu tich|pho chu tich|giam doc|pho giam doc|bi thu|pho bi thu|truong cong an|truong phong|truong thon|truong ban|truong khoa|truong doan|to truong|chanh an|hieu truong|hieu pho|bo truong|thu truong|thu tuong|vien truong|chu nhiem)';
/** Work that many people do. */
const worker =
  '(?:tham phan|luat su|bac s[iy]|can bo|chuyen vien|cong chuc|dai bieu|giao vien|co giao|thay giao|tro giup vien|kiem sat vien|nguoi truc|nguoi phu trach)';
const anyone = `(?:${office}|${worker})`;
/** Up to eight words in between. */
const then = '(?: \\S+){0,8}?';
const end = '(?: (?:vay|the|a|ad|nhi|ha|day|dau|ta|nhe|roi|bot))*$';

const family =
  'giang|vang|thao|lo|l[iy]|sung|ma|mua|hang|cu|hoang|nguyen|tran|le|pham|trieu|phan|ban|lu|tan|ho|dang|chao|lung|seo|vu|vo|bui|do|ngo|duong|dinh|ha|luong|luc|nong|hau|thien|phung|cao';
/** "Chị Giàng Thị Mỷ": a word for a person, a family name, a middle name and one more. */
const named = new RegExp(
  `\\b(?:(?:ong|ba|chi|anh|chu|bac|thay|em|chau) (?:${family})|co (?:giang|vang|thao|lo|sung|hoang|nguyen|tran|pham|trieu)) (?:thi|van|a|seo|huu|duc|xuan|ngoc|kim|quang) \\S+`,
);
/** What became of a person, or how it is with them: no law tells it. */
const standing = new RegExp(
  `\\bchua${end}|\\bla ai${end}|\\bo (?:dau|thon nao|xa nao)${end}|\\b(?:bao nhieu|may) tuoi${end}|\\bcon (?:lam|song|o)\\b|\\bco (?:vo|chong|gia dinh|may con)\\b`,
);

const holder: readonly RegExp[] = [
  new RegExp(`\\b${anyone}${then} ten (?:la )?(?:gi|chi)\\b`),
  new RegExp(`\\b${anyone}${then} (?:la )?(?:ong|ba|co|thay|anh|chi)(?: hay (?:ong|ba))? nao${end}`),
  new RegExp(
    `\\b${office}${then} (?:la ai|la (?:nguoi nao|nam hay (?:la )?nu)|nam hay (?:la )?nu|que (?:o )?(?:dau|nao)|o dau den)${end}`,
  ),
  new RegExp(`\\b${worker}(?: \\S+){0,6} la ai${end}`),
  // At which age one may be appointed or retires is a rule; how old somebody is, is not.
  new RegExp(
    `^(?!.*\\b(?:huu|bo nhiem|de bat|bau|duoc|phai|du|gioi han|quy dinh)\\b).*\\b${office}${then} (?:bao nhieu|may) tuoi${end}`,
  ),
  new RegExp(`\\b${anyone}${then} (?:da )?co (?:vo|chong|gia dinh) chua${end}`),
  new RegExp(
    `\\bai (?:dang |hien |se |sap |vua |moi |da |tung |duoc )*(?:la|lam|giu chuc|giu|len|ngoi|bau)(?: lam| ghe)? ${office}\\b`,
  ),
  /\bai (?:dang |hien )?(?:la|lam) (?:chuyen vien|can bo|tham phan|thu k[iy])\b/,
  new RegExp(`\\b${anyone}\\b(?: \\S+){0,8} (?:gom(?: co)?|la) nhung ai${end}`),
  new RegExp(`\\b${office}${then} (?:bay gio|hien nay|hien gio|gio) (?:dang )?(?:lam gi|o dau)${end}`),
  /\b(?:tham phan|luat su|thu k[iy]|can bo|chuyen vien) nao (?:dang |se )?(?:xu|phu trach|giu|giai quyet|tiep|nhan|k[iy])\b.*\b(?:toi|em|minh|chau|xa|phuong)\b/,
  new RegExp(`\\b${worker} nao (?:\\S+ ){0,10}(?:gioi|tot|mat tay|uy tin|de tinh|nhiet tinh)\\b`),
  /\b(?:cho|xin|muon|biet)(?: \S+){0,3}?(?<! (?:lo|doi|ghi|them|dung)) ten (?:cua )?(?:nhung |cac |mot )?(?:nguoi|luat su|can bo|tham phan|bac s[iy]|nan nhan|thu pham|ke|chi|ong|ba)\b(?!.*\b(?:thi|khai|giay|so do)\b)/,
  /(?<!\b(?:ghi|dung|cung|lo|co|de|neu) )\bten (?:la )?(?:nhung )?ai\b/,
  new RegExp(`\\b${worker}\\b(?: \\S+){0,8} (?:co (?:gioi|tot|uy tin)|mat tay|nhiet tinh|de tinh) khong\\b`),
  /\b(?:co|ong|ba|anh|chi|nguoi) (?:ay|do|nay) (?:gio |bay gio |hien |hien nay )?(?:dang |con )?(?:lam|giu) (?:chuc|vi tri)\b/,
  /\bai la nguoi \S+ nhat\b/,
  /\bbat (?:duoc )?(?:nhung )?ai (?:ve|vi|roi|chua|the|vay|o)\b/,
];

/** Who signed a text stands in it. */
const signed = /\b(?:ai|nguoi) (?:\S+ ){0,2}k[iy]\b(?! (?:hop dong|don|luat))/;

/** Whether the folded question asks who somebody is, or how it is with a person it names. */
export function asksOfPerson(folded: string): boolean {
  if (signed.test(folded)) return false;
  return holder.some((pattern) => pattern.test(folded)) || (named.test(folded) && standing.test(folded));
}
