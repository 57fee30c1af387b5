/**
 * A thing of this world that a question asks for, as folded words: how many of it there are, which one by its name, or
 * what it is like. `sure` when the thing is known to be one of those no rule names by the way.
 */
export type ThingAsked = { asking: 'count' | 'name' | 'detail'; thing: string; sure: boolean };

/** People, places and objects that are counted: a passage that only speaks of them does not say how many. */
const counted =
  'nhan vien|can bo|cong chuc|cong an|chien s[iy]|bo doi|luat su|thu k[iy]|bien che|hop tac xa|bac s[iy]|tham phan|giao vien|hoi vien|tinh nguyen vien|cong t[iy]|nha may|cua hang|nuoc(?! (?:mat|ngoai|minh|ta)\\b)|dan toc|giuong|cho ngoi|phong ngu|tang|mui|mam|cau hoi|k[iy] tu|giai thuong';
/** What has a name of its own, and is asked for by it. */
const named =
  'cong t[iy]|benh vien|phong kham|ngan hang|cua hang|khach san|nha hang|truong(?! hop)|dan toc|thon|trai giam|toa (?:an )?(?:nhan dan )?khu vuc|nha bao|to bao|ca s[iy]|dien vien|hoa hau|cau thu';
/** What a thing looks like or comes with. */
const described =
  '(?<!\\b(?:bieu|theo|don|khai) )mau|kho giay|trang phuc|quan ao|app|ung dung|phan mem|nghe(?! (?:nay|do))|xe buyt|chuyen xe|bai hat|mon an';

/** Words after "mấy" that are counted by rules and targets, or that are no thing: units, parts of an act, the rest of the sentence. */
const ofRules = new Set(
  (
    'buoi giay phut gio h ngay hom bua tuan thang nam quy k[iy] tuoi tui t lan luot % phan tram tien dong d trieu tr cu chai lit nghin ngan k ty ti xu ' +
    'met m km kg can lit cay diem tong cong xa kieu hang loai chuc dieu khoan muc chuong diem bo so nhom cap hinh the cach ' +
    'viec muc buoc giai mo tin bai ca nguoi dua con chi anh em be nu nam phu tre lao ld ho nan vu doi gap cai van don vi ' +
    'thu noi cho ben cham sao lau xiu tre tung nguyen quyen nghia bien hanh thanh nuoc tieng chinh dich giay to loi vong bac lop tinh'
  ).split(' '),
);

/** "Tháng thứ mấy", "hợp tác xã may", "phạt mấy" count nothing of what follows. */
const notCounting = '(?<!\\b(?:thu|phat|htx|xa|tho|xuong|nghe|nganh|nha|to) )';
/** After a noun, before "nào": where the thing is. */
const where = '(?: (?:o|tai|cua)(?: \\S+){1,4})?';
const forms: ReadonlyArray<readonly [ThingAsked['asking'], RegExp]> = [
  ['count', new RegExp(`${notCounting}\\b(?:bao nhieu|may) (${counted})\\b`)],
  ['name', new RegExp(`\\b(${named})${where} (?:nao(?! (?:cung|do)\\b)|so may)\\b`)],
  ['name', /\b(mau)(?: so)? (?:may|bao nhieu)\b/],
  ['detail', /\b(so thu tu|a[345]|dan anh|ep nhua|gui xe|diem thi dua)\b(?=.*\b(?:khong|ko|k|may|gi|nao|hay)\b)/],
  [
    'detail',
    /(?<!\b(?:mien|tien|nop) )\b(an phi|chu k[iy] so)\b(?=.*\b(?:khong|ko|k|may|bao nhieu|gi|nao|ai|the nao|ra sao)\b)/,
  ],
  ['detail', /\b(hoc bong) nao\b/],
  ['detail', /\b(chu de)(?: \S+){0,14} (?:la gi|gi|nao|the nao)\b/],
  ['detail', new RegExp(`\\b(${described}) (?:gi|nao(?! (?:cung|do)\\b))\\b`)],
];

/** Any other word that is counted. */
const any = new RegExp(`${notCounting}\\b(?:bao nhieu|may) ([a-z]{2,})\\b`);

/** The thing that the folded question asks to have counted, named or described; `isEmpty` tells words that name nothing. */
export function thingAsked(folded: string, isEmpty: (folded: string) => boolean): ThingAsked | null {
  for (const [asking, pattern] of forms) {
    const thing = pattern.exec(folded)?.[1];
    if (thing !== undefined) return { asking, thing, sure: true };
  }
  const thing = any.exec(folded)?.[1];
  return thing === undefined || ofRules.has(thing) || isEmpty(thing) ? null : { asking: 'count', thing, sure: false };
}
