import type { Care } from '../conversation.ts';
import type { Verdict } from '../triage.ts';

/** One update as the desk reads it. */
export type Heard = {
  update: string;
  /** When the person sent it, and when it is answered. */
  sentAt: Date;
  now: Date;
  /** This year in the province. */
  year: number;
  /** The words, trimmed; `null` for a tap. */
  text: string | null;
  /** Bare words without diacritics; empty where `text` is `null`. */
  folded: string;
  /** One of the desk's own options, by its button, or (`typed`) by its number in the list that was shown last. */
  tap: { act: string; stamp: string; typed: boolean } | null;
  verdict: Verdict;
  /** Danger now by a reviewed phrase, by what was told before, or in more than a few words. */
  sureDanger: boolean;
  care: Care | null;
  /** A safe word, or a command of the bot (erase, menu …): always the ordinary policy's. */
  commands: boolean;
  /** It has the form of a question. */
  asks: boolean;
};

/** What is typed alone to move about at the desk. */
const controls = {
  back: /^(quay lai|tro lai|tro ve|sua lai|lui lai|buoc truoc)$/,
  skip: /^(bo qua|khong co|khong ghi|de trong|tiep)$/,
  stop: /^(dung|dung lai|thoi|thoi khong gui|khong gui|huy|huy bo|ngung|thoi dung)( a| nhe| nha)?$/,
  resume: /^(tiep tuc|lam tiep|gui tiep)$/,
  keep: /^(giu nhu cu|giu nguyen|nhu cu)$/,
  look: /^(xem|xem thu|doc thu|doc|co tra loi chua|tra loi chua|co thu chua|co ai tra loi chua|xem tra loi)$/,
  withdraw: /^(rut|rut lai|rut loi|rut ca|huy ca)$/,
  begin: /^(gui loi|gui loi nhan|nhan trung tam|nho trung tam|gap nguoi truc|nhan nguoi truc|nhan cho nguoi truc)$/,
} as const;
export type Control = keyof typeof controls;

/** Whether the whole message is this control word. */
export function says(heard: Heard, control: Control): boolean {
  return heard.text !== null && controls[control].test(heard.folded);
}

/** A yes that stands alone, written out. Read with its marks: "cô" and "cỏ" are no "có". */
const yes =
  /^(dạ |da |vâng |vang )?(có|co|đồng ý|dong y|(có|co) (đồng ý|dong y)|(tôi|toi|em|mình|minh|cháu|chau) (đồng ý|dong y)|(đồng ý|dong y) (gửi|gui))( ạ| a| nhé| nhe)?$/;

export function saysYes(text: string): boolean {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return yes.test(bare);
}

export function saysNo({ folded }: Heard): boolean {
  return /^(da )?(khong|ko|k|khong dong y|chua)( a)?$/.test(folded);
}

const sentWords =
  '(?:loi|loi nhan|tin|tin nhan|thu|ca|viec)(?: ma)?(?: (?:em|minh|toi|chau|con))?(?: (?:da|vua|moi|lo))?';
const theDesk = '(?:trung tam|nguoi truc|ban truc)';
const asksOfCase = [
  controls.withdraw,
  /^(co (ai )?tra loi chua|co thu chua|xem tra loi|xem thu|doc thu)( a| nhe)?$/,
  // What was sent here, not a petition, and not a message between two people.
  /\b(rut|huy)( lai| bo)? (loi|loi nhan|ca)( (em|minh|toi|chau))? (da|vua|moi|lo) gui\b/,
  new RegExp(
    `\\b(?:rut|huy|thu hoi|xoa|go)(?: lai| bo)? ${sentWords} (?:gui|nhan)(?: \\w+)? (?:cho|toi|den|qua|voi) ${theDesk}\\b`,
  ),
  new RegExp(`\\b${theDesk}(?: \\w+){0,2} tra loi(?: \\w+){0,3} chua\\b`),
  /\b(co|con|giu) ma\b.*\b(xem|doc|mo)\b.*\b(tra loi|thu|loi nhan)\b/,
  /\b(mat|quen|that lac)( mat)? (ma quay lai|ma bien nhan|ma gui loi|tu bi mat)\b/,
  /^((em|minh|toi|chau) )?(bi )?(mat|quen)( mat)? (cai )?ma( roi)?( a)?$/,
];

/** Whether somebody means what they once sent, without having come to it: to withdraw it, to look for an answer. */
export function asksForCase(folded: string): boolean {
  return asksOfCase.some((one) => one.test(folded));
}

const human = '(?:(?:mot )?nguoi that|nguoi truc|nguoi tu van|tu van vien|nguoi that su|mot con nguoi)';
const asksHuman = new RegExp(
  `\\b(?:gap|noi chuyen|noi|tro chuyen|trao doi|nhan tin|nhan|chat|ke|hoi|tam su)(?: (?:duoc|voi|cho|truc tiep|thang))* ${human}\\b`,
);

/** Then they ask about such people, not for one. */
const asksAbout = /\b(o dau|den dau|cho nao|phap luat|phap ly|so dien thoai|tien|bao nhieu|bao lau|la gi|la ai)\b/;

/** Whether somebody asks for a human, or for the desk, in so many words. */
export function asksForDesk(folded: string): boolean {
  return controls.begin.test(folded) || (asksHuman.test(folded) && !asksAbout.test(folded));
}
