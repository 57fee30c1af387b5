/** What is asked of an act as a whole, not of a rule in it. */
export type ActAspect =
  | 'effect'
  | 'standing'
  | 'replaces'
  | 'replaced-by'
  | 'size'
  | 'issued'
  | 'issuer'
  | 'number'
  | 'amended'
  | 'amends';

const act = '(?:luat|nghi dinh|van ban|phap lenh|thong tu|bo luat|nghi quyet|cai|ban|so)';

/** Patterns over the folded question. */
const patterns: ReadonlyArray<readonly [ActAspect, RegExp]> = [
  [
    'effect',
    /\b(hieu luc|thi hanh|ap dung)\b.*\b(tu|ngay|khi|luc|bao gio|nam nao|thang|chua|lau chua)\b|\b(?:chay|dung|co|tinh) tu (?:nam|ngay|thang|khi|luc|hoi) (?:nao|may|bao nhieu)\b|\b(khi nao|bao gio|ngay nao|tu (ngay|khi|luc|nam)|bat dau)\b.*\b(hieu luc|ap dung|thi hanh)\b/,
  ],
  [
    'standing',
    /\bcon (hieu luc|dung|ap dung|gia tri|xai|su dung|thi hanh|duoc (dung|ap dung))\b|\bhet (hieu luc|han(?! (?:xu|phat))|gia tri)\b|\b(bi|da) (bai bo|huy bo|thay|bo)\b|\bcon (khong|ko)$/,
  ],
  [
    'replaces',
    new RegExp(
      `\\b(?:thay|the cho) (?:the |cho |the cho )?${act}(?: ${act})* ?(?:nao|gi|cu)?\\b|\\bthay (?:the |cho )?(?:nao|gi)\\b|\\btruoc (?:do|day|kia|no)(?: thi)?(?: (?:la|dung|theo|ap dung))? ${act}\\b|\\b(?:luat|nghi dinh|van ban) cu (?:la|so|ten)\\b`,
    ),
  ],
  [
    'replaced-by',
    new RegExp(
      `\\bbi ${act} nao thay\\b|\\b(?:thay|doi) bang\\b|\\b(?:gio|nay|hien nay|moi) (?:thi )?(?:dung|theo|ap dung|xai|la) ${act} (?:nao|gi|may)\\b|\\b${act} nao thay\\b`,
    ),
  ],
  ['size', /\b(may|bao nhieu) (chuong|dieu)\b/],
  [
    'issued',
    /\b(ban hanh|ra doi|thong qua|k[iy])\b.*\b(ngay|khi|bao gio|luc|nam|thang)\b|\b(khi nao|bao gio|ngay nao|nam nao)\b.*\b(ban hanh|ra doi|thong qua)\b/,
  ],
  [
    'issuer',
    /\b(ai|(co quan|ben|don vi) nao) (ban hanh|k[iy]|lam ra|thong qua|ra)\b|\bdo (ai|co quan nao) (ban hanh|k[iy]|thong qua)\b/,
  ],
  ['number', /\bso (hieu|may|bao nhieu|gi)\b/],
  [
    'amended',
    /\b(bi|da|duoc|co) (bi |duoc )?(sua|sua doi|bo sung|dieu chinh)\b|\b(sua|sua doi) (chua|lan nao|may lan|gi|o dau|khi nao|bao gio|ngay nao|nam nao)\b/,
  ],
  ['amends', new RegExp(`\\b(?:sua|sua doi|bo sung) (?:cho )?${act}(?: ${act})* ?(?:nao|gi|may)\\b`)],
];

const words = new Set(
  (
    'hieu luc thi hanh ap dung bat dau con het bi bai bo thay the cho bang van ban luat nghi dinh thong tu bo phap lenh ' +
    'quyet ban hanh ra doi thong qua ky ki so hieu chuong dieu sua bo sung cu moi ngay thang nam khi nao bao gio truoc sau ' +
    'do ai co quan quoc hoi chinh phu lan gom tong cong dai hien hanh nay gio han gia tri xai dung chua may gi cai lau roi'
  ).split(' '),
);

export function actAspects(folded: string): Set<ActAspect> {
  return new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([aspect]) => aspect));
}

/** Whether the folded word belongs to asking about an act as a whole, so that it names no other subject. */
export function isActWord(folded: string): boolean {
  return words.has(folded);
}
