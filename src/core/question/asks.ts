import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { thus } from './yes-no.ts';

/** What kind of answer a question wants. A question may want several. */
export const asks = [
  'who',
  'when',
  'where',
  'how-much',
  'fine',
  'count',
  'define',
  'check',
  'difference',
  'share',
  'sum',
  'now',
  'more',
  'contact',
  'result',
] as const;
export type Ask = (typeof asks)[number];

/** Patterns over the folded question, words separated by single spaces. */
const patterns: ReadonlyArray<readonly [Ask, RegExp]> = [
  [
    'who',
    /\b((?<!\b(?:khong|chang|cha|k|ko|chua) (?:co )?)ai(?! (?:ma |lai )?(?:chang|cha|cung))|(co quan|so|don vi|ben|nganh|ban nganh|to chuc|phong|cong t[iy]|doan the|cho|cap) nao|chiu trach nhiem|trach nhiem (cua|thuoc)|phu trach|chu tri|dung dau|dam nhan|giao cho|(?:nho|giao|do|thuoc|nhung) hoi nao|dau moi|lo (viec|vu|chuyen|mang|chi tieu)|cam trich|quan l[iy] chi tieu)\b/,
  ],
  [
    'when',
    /\b(khi nao|bao gio|luc nao|(ngay|thang|nam|hom) (nao|may|bao nhieu|gi)|thoi (han|diem|gian)|han (chot|cuoi|nop|gui)|deadline|cham nhat)\b/,
  ],
  ['where', /\b(o dau|cho nao|noi nao|den dau|ve dau|tai dau|gui dau|nop dau|bao dau)\b/],
  [
    'how-much',
    /\b(bao nhieu|(?<!\b(?:nha|xe|tho|nghe|nganh) )may(?! (?:tinh|moc|bay|cay|giat|khau))|ti le|t[iy] le|muc nao|con so|chi tieu (la|bang)|may phan tram)\b/,
  ],
  ['fine', /\b(phat|xu phat|xu l[iy]|di tu|bi tu|nop tien)\b/],
  [
    'count',
    /\b(co )?(may|bao nhieu) (muc tieu|chi tieu|mo hinh|giai phap|nhom|noi dung|dieu|chuong|bien phap|hanh vi|so|co quan|nguon|don vi|xa|phuong|dieu kien|noi|ngay)\b/,
  ],
  [
    'define',
    /\b(la gi|la j|nghia la|the nao la|hieu (the nao|nhu the nao|la gi)|khai niem|dinh nghia|la cai gi|la nhu the nao)\b/,
  ],
  [
    'check',
    new RegExp(
      `\\b(dung ${thus}(khong|ko|k|chua|hong|hem|ha)|phai ${thus}(khong|ko|k|hong|hem)|co phai|co dung|co that|that khong|chinh xac khong|nghe noi|co chuan|chuan khong|dung la|a|ha|nhi)\\b|\\bdung khong`,
    ),
  ],
  [
    'difference',
    /\b(chenh|chenh lech|hon kem|cach biet|khac nhau bao nhieu|so sanh)\b|\b(tang|giam|(?<!\b(?:tao|ket|l[iy]|tai|dinh|hua|cau) )hon(?! (?:nhan|phoi|le|(?:\d+|nua|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc)(?: \S+)? (?:nam|tuoi|thang|chuc|nguoi)(?! (?:dau|truoc)\b)|(?:nam|thang|tuan)(?: nay)? (?:roi|moi|chua))\b)|bot|nhich|ha(?! (?:giang|noi|khau|nhi|tinh|long|nam|thanh)\b)|nang)\b.*\b(bao nhieu|may)\b|\b(bao nhieu|may)\b.*\b(so voi|(?<!\b(?:tao|ket|l[iy]|tai|dinh|hua|cau) )hon(?! (?:nhan|phoi|le|(?:\d+|nua|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc)(?: \S+)? (?:nam|tuoi|thang|chuc|nguoi)(?! (?:dau|truoc)\b)|(?:nam|thang|tuan)(?: nay)? (?:roi|moi|chua))\b))\b/,
  ],
  [
    'share',
    /\b(chiem|may phan|phan may|ti trong|t[iy] trong|bao nhieu phan tram (tong|cua tong|trong tong|so tien|kinh phi|ngan sach)|phan nua)\b/,
  ],
  ['sum', /\b(tong cong|cong (lai|voi|ca)|gop (lai|ca)|cong don)\b|\btong\b.*\b(va|ca hai)\b/],
  [
    'now',
    /\b(bay gio|hien nay|hien gio|hien tai|gio (la|ai|thuoc|con|do)|sap nhap|sat nhap|con (khong|ton tai|hoat dong)|doi (ten|thanh)|chuyen (sang|ve|cho)|giai the|nay (la|thuoc|do)|thay (cho|the)|tiep quan|ke thua)\b/,
  ],
  [
    'more',
    /^(xem them|noi (ro|k[iy]|chi tiet|them)( hon)?( (di|nua|nhe|ve cai nay))?|chi tiet( hon)?( di| nua)?|them( nua)?( di)?|cu the( hon)?( di| nua)?|ro hon( di)?|doc them|noi them di|giai thich (them|ro hon|k[iy] hon))$/,
  ],
  [
    'contact',
    /\b(so dien thoai|(?<!\b(?:xem|doc|trom|soi|luc|kiem tra|theo doi|qua|bang|tren|trong|vao|cam|giu|lay|dap|dung|mo|mua|goi) )dien thoai|sdt|hotline|duong day nong|dia chi|o cho nao|email|website|fanpage|so may|lien he the nao)\b/,
  ],
  [
    'result',
    /\b(thuc te|ket qua|da dat|dat duoc (bao nhieu|chua|khong)|(co|kip) dat duoc|dat (noi|kip)|ve dich|hoan thanh (chua|duoc)|den nay da|(nam ngoai|nam nay|hien) dat)\b/,
  ],
];

const singles = 'lo tăng giảm hơn kém chiếm đúng rõ thêm lâu tuổi tiền phạt gồm ngành'.split(' ');
const single = new Set(singles);
const foldedSingle = new Set(singles.map(fold));
/** Pairs of words, folded, that only shape what is wanted. */
const pairs = new Set(
  (
    'chiu trach,trach nhiem,phu trach,chu tri,bao cao,quan li,quan ly,don vi,co quan,to chuc,ban nganh,bay gio,hien nay,' +
    'thuc te,ket qua,chenh lech,so sanh,thoi han,thoi gian,thoi diem,han chot,tong cong,phan tram,chinh xac,chi tiet,' +
    'cu the,giao cho,duoc giao,so nao'
  ).split(','),
);
/** Without diacritics these only look like words that shape a question: "tảo hôn" is not "hơn". */
const lookAlikes = /^(?:(?:tao|ket|ly|li|cuoi|dinh|thanh|hung) hon|giam (?:cam|giu|doc|ho|sat|dinh)|tien s[iy])$/;

type Word = Pick<Token, 'raw' | 'folded'>;

/** Whether the word only shapes what is wanted ("chịu trách nhiệm", "chênh lệch"), and names no subject. */
export function isAskWord(word: Word, before?: Word, after?: Word): boolean {
  const around = [`${before?.folded} ${word.folded}`, `${word.folded} ${after?.folded}`];
  if (around.some((pair) => pairs.has(pair))) return true;
  if (word.raw !== word.folded) return single.has(word.raw);
  return foldedSingle.has(word.folded) && !around.some((pair) => lookAlikes.test(pair));
}

/** What the folded question wants; empty when it only names a subject. */
export function asksOf(folded: string): Set<Ask> {
  return new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([ask]) => ask));
}
