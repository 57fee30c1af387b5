import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';

const written =
  'à ạ ơi ai anh ấy bạn bác bao bây nhiêu bị bởi cả các cái cần càng cha chả chắc chẳng chào chi cho chú chưa cùng chúng có ' +
  'coi còn con của cũng dạ đã đang dùm dùng đâu đấy đây để đi đến điều đó được đúng em ê gì giờ giúp ha hả hay hãy hen hết ' +
  'họ hoặc hỏi hôm hơn hử khác khi không kia là lại làm lắm lần lên lúc luôn mà mấy mày mình mỗi mọi một muốn nào nay này ' +
  'nên nếu ngày nghe nghĩa nhà nhá nhé nhỉ nhiều như nhờ nhưng những nó nọ nói nữa ở ôi phải qua quá ra rằng rất rõ ' +
  'rồi sao sẽ số t ta tại tao tất thật thấy thế thì thôi tìm tôi tớ trên trong từ tui tụi từng và vẫn vào vậy về vì với ' +
  'xem xin y ý dưới giữa theo nhất biết hiểu trả lời câu thông tin kể bot ad admin ừ ừm ok oke hihi haha theo tức đối việc ' +
  'hiện tui mik ah uh uk nha nhen thưa dạ vâng ông bà cô cháu chị';

/**
 * Words that shape a question but say nothing about its subject, as written. A question made of these alone leans on
 * what was talked about before; evidence for an answer is measured without them.
 */
const stopWords: ReadonlySet<string> = new Set(written.split(' '));
const foldedStopWords: ReadonlySet<string> = new Set(written.split(' ').map(fold));

/** Words about the shape of the answer, not its subject: they may be missing from a good passage. */
const shape = 'phần trăm tỉ tỷ lệ con số mức chỉ tiêu mục kế hoạch năm mốc đạt đến quy định luật điều khoản tỉnh'.split(
  ' ',
);
const shapeWords: ReadonlySet<string> = new Set(shape);
const foldedShapeWords: ReadonlySet<string> = new Set(shape.map(fold));

/** Whether the word says nothing about the subject. With diacritics it must be the very word: "tư" is not "từ". */
type Word = Pick<Token, 'raw' | 'folded'>;

export function isStopWord(word: Word): boolean {
  return word.raw === word.folded ? foldedStopWords.has(word.folded) : stopWords.has(word.raw);
}

/** Compounds that, without diacritics, are made of words that look like stop words: "tảo hôn" is not "tao hơn". */
const compounds =
  /^(?:(?:tao|ket|ly|li|dinh|thanh|cuoi|hung|huy) hon|hon (?:nhan|the|uoc|phu)|con (?:dau|gai|trai|nuoi|rieng|chung|ruot|nho|re)|ba (?:bau|noi|ngoai|de)|(?:duoi|thoi|xin|nghi|mat) viec|viec (?:nha|lam)|ngoai tinh|co giao|chi em|anh em)$/;

/** The same where diacritics tell the words: "việc" and "nhà" say little, "việc nhà" is a subject. */
const writtenCompounds = /^(?:việc (?:nhà|làm|nước)|(?:đuổi|thôi|nghỉ|mất|xin|giúp) việc)$/;

/** Whether the word is part of such a compound, and so tells of the subject after all. */
export function inCompound(word: Word, before?: Word, after?: Word): boolean {
  if (word.raw !== word.folded)
    return writtenCompounds.test(`${before?.raw} ${word.raw}`) || writtenCompounds.test(`${word.raw} ${after?.raw}`);
  return compounds.test(`${before?.folded} ${word.folded}`) || compounds.test(`${word.folded} ${after?.folded}`);
}

export function isShapeWord(word: Word): boolean {
  return word.raw === word.folded ? foldedShapeWords.has(word.folded) : shapeWords.has(word.raw);
}
