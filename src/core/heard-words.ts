/** What recognisers make of silence and noise: the closing words of the films they learnt from. */
const ofSilence =
  /(?:cảm ơn|cám ơn) (?:các bạn )?đã (?:theo dõi|xem|lắng nghe)|đăng ký kênh|subscribe|ghiền mì gõ|hẹn gặp lại|phụ đề|la la school|ủng hộ kênh/iu;

/** Whether words that were recognised in a recording are words somebody said: enough of them, and not made of noise. */
export function isClear(words: string): boolean {
  const found = words.match(/\p{L}+/gu) ?? [];
  if (found.length === 0 || (found.length < 12 && ofSilence.test(words.normalize('NFC')))) return false;
  // The same word over and over is what noise becomes.
  return found.length < 6 || new Set(found.map((one) => one.toLowerCase())).size * 4 >= found.length;
}
