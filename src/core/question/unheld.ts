import { asksForecast } from './forecasts.ts';
import { asksOfWorld } from './foreign-law.ts';
import { asksOfHappenings } from './happenings.ts';
import { asksOfPerson } from './office-holders.ts';
import { asksOpinion } from './opinions.ts';
import { asksOfOwnFile } from './own-file.ts';
import { asksOfRealTally, asksOfTally } from './tallies.ts';
import type { Question } from './understand.ts';

/** A kind of thing that no law and no plan tells, whatever it is asked about. */
export type Unheld =
  | 'person'
  | 'own-file'
  | 'happening'
  | 'pay'
  | 'tally'
  | 'online'
  | 'open-hours'
  | 'coming-law'
  | 'forecast'
  | 'opinion'
  | 'world';

const post =
  '(?:chu tich|giam doc|bi thu|bo truong|thu tuong|can bo|cong chuc|vien chuc|chuyen vien|nhan vien|giao vien|co giao|hieu truong|truong thon|to truong|truong ban|cong tac vien|tham phan|luat su|tro giup vien|hoa giai vien|nguoi hoa giai|dai bieu|(?<!lam )cong an(?! luong)|bo doi|bien phong|bac s[iy]|y ta|y s[iy]|ho sinh|cong nhan|nguoi truc|ho l[iy]|phu ho|tai xe)';
const payment =
  '(?:luong(?! huu)|he so luong|phu cap|thu lao|thuong tet|tien thuong|tien cong|(?<!\\b(?:di|tao|lop|hoc|du|khoa) )boi duong|(?<!\\b(?:binh|thi|hay|rat) )thuong(?! (?:tich|tat|ton|vong|hai|xuyen|dan|la|phai|mat))|thu nhap|duoc tra|nhan(?= (?:bao nhieu|may)))';
const howMuch = '(?:bao nhieu|may (?:trieu|tram|thang luong|dong)|the nao|ra sao|cao khong|la may)';
/** What the law does set, or what somebody is owed. */
const owed =
  /\b(?:huu|thai san|nghi|phat|bang nhau|thap hon|it hon|cap duong|no luong|cham (?:tra )?luong|khong (?:duoc )?tra|tru luong|bi tru|do luong|huong luong|cong bang|binh dang luong|quay roi|sa thai|duoi viec|ho tro|tro cap|boi thuong|thuong tat|trach nhiem|chi tieu|phan tram|ti le)\b/;
const payOf = [
  new RegExp(`\\b${payment}(?: \\S+){0,8}? ${post}\\b.*\\b${howMuch}\\b`),
  new RegExp(`\\b${post}\\b.*\\b${payment}\\b.*\\b${howMuch}\\b`),
  new RegExp(`\\b${post}\\b.*\\b(?:moi|mot) (?:thang|ngay|nam) (?:duoc|nhan|kiem) (?:bao nhieu|may)\\b`),
  new RegExp(`^(?:he so )?luong(?: cua)? ${post}\\b(?!.*\\bnu\\b.*\\bnam\\b)`),
  new RegExp(`\\b${payment} (?:cua|cho) (?:nguoi|ai)\\b.*\\b${howMuch}\\b`),
];

const site =
  '(?:zalo|facebook|fb|fanpage|e ?mail|gmail|mail|hom thu|website|trang web|kenh youtube|stk|so tai khoan|link|mat khau wifi)';
const online = [
  new RegExp(`\\b(?:cho|xin|gui)(?: \\S+){0,2} ${site}\\b`),
  new RegExp(`\\b${site} (?:cua )?(?:\\S+ ){0,10}?(?:la gi|ten gi|so may|so nao|(?<!the )nao|la so may)\\b`),
  /\b(?:dang nhap|truy cap|tra cuu|dang ky|dang ki|vao|xem|nop|tai)\b(?: \S+){0,6} (?:trang|web|cong|app|ung dung|duong link|kenh) nao\b(?! (?:cung|do))/,
  /\b(?:xin|cho|gui|co)(?: \S+){0,2} (?:file|ban (?:word|pdf|mem|excel))\b/,
  /\b(?:app|ung dung|vssid|vneid|trang|web)\b.*\b(?:bam|chon|an|vao|kich)(?: \S+){0,2} (?:muc|nut|phan|o|dau)(?: nao)?$/,
  // "Mẫu đơn tải ở đâu"
  /\b(?:mau|bieu|to khai|don|ban word|file|pdf)\b.*\btai (?:o dau|dau|ve o dau|tu dau|trang nao)\b/,
  new RegExp(`^${site} (?:cua )?(?:so|hoi|trung tam|uy ban|ubnd|cong an|toa|can bo|xa|phuong|tinh|ung ho)\\b`),
];

const place =
  '(?:uy ban|ubnd|xa|phuong|so|toa|toa an|cong an|trung tam|van phong|bo phan|tram|hoi|phong|mot cua|benh vien|co quan|kho bac|ngan hang|don)';
const time = '(?:may gio|gio nao|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|ngay le|cuoi tuan)';
const openHours = [
  new RegExp(
    `\\b${place}\\b.*\\b(?:lam viec(?! nha)|mo cua|dong cua|tiep dan|tiep cong dan|truc)(?: \\S+){0,4} ${time}\\b`,
  ),
  new RegExp(`\\b${place}\\b.*\\b${time}(?: \\S+){0,3} (?:lam viec|mo cua|dong cua|tiep dan)\\b`),
  new RegExp(`\\b${place}\\b.*\\bmo (?:cua )?(?:khong|thu|ngay|buoi)\\b`),
  new RegExp(
    `\\b${place}\\b.*\\bnghi (?:trua|tet|le)\\b|\\b(?:tet|le)(?: nay)?(?: \\S+){0,2} ${place}(?: \\S+){0,3} nghi\\b`,
  ),
  new RegExp(`\\bgio (?:lam viec(?! nha)|mo cua|tiep dan|nghi trua)(?: cua| o)? ${place}\\b`),
  new RegExp(`\\b${place}\\b.*\\bgio (?:mo cua|tiep dan|nghi trua)\\b`),
];

const comingLaw =
  /\b(?:bao gio|khi nao|may nam nua|chung nao)(?: thi)?(?: moi| se| sap)?(?: (?:quoc hoi|qh|chinh phu|nha nuoc))?(?: moi| se| sap)?(?: lai)? (?:co|ra|sua|thay|ban hanh|thong qua|bieu quyet) (?:(?:ban|du thao|du an|dao) )?(?:luat|nghi dinh|bo luat)(?: \S+){0,8} (?:moi|sua doi|khac)\b|\b(?:luat|nghi dinh)\b(?: \S+){0,8} sua doi(?: thi)? (?:bao gio|khi nao)\b/;

/** Whether a law has passed yet, which changes from day to day. */
const passedYet = /\b(?:quoc hoi|qh|chinh phu)(?: \S+){0,3} (?:thong qua|ban hanh|bieu quyet|k[iy])(?: luat)? chua\b/;

/** What is paid or fined may change by a rule that is not made yet; ages are reckoned years ahead. */
const comingAmount =
  /^(?=.*\b(?:sang nam|nam (?:sau|toi)|sap toi|thoi gian toi)\b)(?!.*\btuoi\b).*\b(?:luong|luong huu|tro cap|phu cap|muc phat|tien phat|hoc phi)\b.*\b(?:tang|giam|doi)\b/;

const some = (patterns: readonly RegExp[], folded: string) => patterns.some((pattern) => pattern.test(folded));

/** What the question wants that is held nowhere here; `null` when it may be answered. */
export function unheldIn({ folded, years }: Pick<Question, 'folded' | 'years'>): Unheld | null {
  if (asksOfOwnFile(folded)) return 'own-file';
  if (asksOfPerson(folded)) return 'person';
  if (asksOfHappenings(folded)) return 'happening';
  if (some(online, folded)) return 'online';
  if (some(openHours, folded)) return 'open-hours';
  if (!owed.test(folded) && some(payOf, folded)) return 'pay';
  // How many there shall be in a year of the plan is a target.
  const ofTarget = years.some((year) => year === 2025 || year === 2030) && !/\b(?:thuc te|da)\b/.test(folded);
  if ((!ofTarget && asksOfTally(folded)) || asksOfRealTally(folded)) return 'tally';
  if (asksForecast(folded)) return 'forecast';
  if (asksOpinion(folded)) return 'opinion';
  if (asksOfWorld(folded)) return 'world';
  return comingLaw.test(folded) || passedYet.test(folded) || comingAmount.test(folded) ? 'coming-law' : null;
}
