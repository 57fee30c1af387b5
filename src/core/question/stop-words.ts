import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';

const written =
  'à ạ ơi ai anh ấy bạn bác bao bây nhiêu bị bởi cả các cái cần càng cha chả chắc chẳng chào chi cho chú chưa cùng chúng có ' +
  'coi còn con của cũng dạ đã đang dùm dùng đâu đấy đây để đi đến điều đó được đúng em ê gì giờ giúp ha hả hay hãy hen hết ' +
  'họ hoặc hỏi hôm hơn hử khác khi không kia là lại làm lắm lần lên lúc luôn mà mấy mày mình mỗi mọi một muốn nào nay này ' +
  'nên nếu ngày nghe nghĩa nhà nhá nhé nhỉ nhiều như nhờ nhưng những nó nọ nói nữa ở ôi phải qua quá ra rằng rất rõ ' +
  'rồi sao sẽ số ta tại tao tất thật thấy thế thì thôi tìm tôi tớ trên trong từ tui tụi từng và vẫn vào vậy về vì với ' +
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
export function isStopWord(word: Pick<Token, 'raw' | 'folded'>): boolean {
  return word.raw === word.folded ? foldedStopWords.has(word.folded) : stopWords.has(word.raw);
}

export function isShapeWord(word: Pick<Token, 'raw' | 'folded'>): boolean {
  return word.raw === word.folded ? foldedShapeWords.has(word.folded) : shapeWords.has(word.raw);
}
