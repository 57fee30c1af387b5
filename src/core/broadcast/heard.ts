/**
 * What a whole message wishes of the news: to hear of them, to have no more of them, or a bare "dừng", which ends a game
 * first where one is on.
 */
export type NewsWish = 'news' | 'news-off' | 'halt';

const who = '(?:minh|toi|em|chau|tui|con)';
const self = `(?:${who} )?`;
const news = '(?:tin|thong bao|dieu moi ngay|tin nhan tu dong)(?: (?:tu dong|moi ngay|hang ngay|nay))*';
/** "cho em", "nữa", "nhé", which change nothing. */
const around = `(?: (?:cho ${who}|a|nhe|nha|di|voi|nua|roi|luon|ban|oi))*`;

const wishesFor = new RegExp(
  `^(?:cho )?${self}(?:muon )?(?:dang ky )?(?:nhan ${news}|gui(?: cho ${who})? ${news} cho ${who}|gui cho ${who} ${news})${around}$|^dang ky ${news}${around}$`,
);
const no =
  '(?:thoi|dung|ngung|huy|tat|bo|khong|thoi khong|thoi dung|khong can|khong muon|khong dang ky|dung co)(?: can| muon)?';
const wishesEnd = new RegExp(
  `^${self}${no} (?:nhan|gui)(?: cho ${who})?(?: ${news})?${around}$|^${self}(?:tat|huy|bo) (?:${news}|dang ky)(?: nhan ${news})?${around}$|^unsubscribe$`,
);
/** "nhắn tin" and "nhẫn" are no "nhận"; "không tin" is no news. */
const otherWords = /nhắn|nhẫn|nhân/iu;

/** Typed with tones, "đúng" and "đừng" are no "dừng"; without tones "dung" may be any of them. */
const halts = /^\s*\/?(dừng|ngừng|ngưng|hủy|huỷ|stop|huy)(?: (?:lại|lai))?[.!\s]*$/iu;

/** The wish in a message, or `null`. `folded` are its bare folded words. */
export function newsWishOf(message: string, folded: string): NewsWish | null {
  const typed = message.normalize('NFC');
  if (halts.test(typed)) return 'halt';
  if (otherWords.test(typed)) return null;
  if (wishesEnd.test(folded)) return 'news-off';
  return wishesFor.test(folded) ? 'news' : null;
}
