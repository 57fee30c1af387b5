import { inCompound } from '../question/stop-words.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** Words that ask for a target or how it moves, and name none: "kéo xuống còn", "điểm phần trăm", "sở nào lo". */
const folded =
  'cu bang them tang diem chenh lech keo trang tinh trach chiu nhiem nganh lo ghi du rieng tam so lieu bao cao thay ' +
  'nghin viet dich huong toi thieu muon moi dau phan giam xuong len con neu nhac yeu cau hang dat duoc dam ra de giua moc ' +
  'gap lan khoang chung dinh toan tong bo phu don vi chuyen theo doi hoan thanh hai mot tuoi nguoi phai chiem giao quyet ' +
  'sau bay tam chin muoi ruoi chuc bat buoc phan tram chi nhau mo loai phep bat gop';

/** Closed classes of words, as written: none of them names a thing, so none names another target. */
const written = [
  // how a figure moves, and is reckoned
  'rút kéo đẩy nâng hạ đưa tụt vượt tiến nhắm trừ bớt tăng giảm lên xuống sang trở nhích thêm',
  // about how much, and beside what
  'cỡ tầm chừng quãng ngót vài cao thấp hơn kém bằng ít nhiều tận hẳn mới những chỉ đều nửa rưỡi to lớn nhỏ',
  // when
  'cuối đầu giữa kỳ kì hồi dịp đợt chặng trước sau xưa nay năm lâu tới',
  // on whose part, and who says so
  'bên phía phần viết ghi nêu nhắc nhằm em nắm hiểu biết vào',
].join(' ');

/** Short ways of typing "phải" and "muốn". */
const short = 'pai mun';

const always = new Set(folded.split(' '));
const asWritten = new Set(written.split(' '));
const asFolded = new Set([...written.split(' ').map(fold), ...short.split(' ')]);

/** Whether the word, whatever its marks, never names a target. */
export function alwaysAsksForAny(folded: string): boolean {
  return always.has(folded);
}

/** Whether the word asks for a target without naming any. Typed with marks it must be the very word: "tảo hôn" is not "hơn". */
export function asksForAnyTarget(word: Token, words: Token[]): boolean {
  if (word.raw !== word.folded) return asWritten.has(word.raw);
  const at = words.indexOf(word);
  return asFolded.has(word.folded) && !inCompound(word, words[at - 1], words[at + 1]);
}
