import { cards } from '../../core/care/card.ts';
import { unknownPhones } from '../../core/phones.ts';
import type { Directory } from '../../core/services.ts';

/** What a fixed text must be like before it may be said; the same for files and for drafts of the desk. */
export type ReplyRules = {
  directory: Directory;
  /** Today in the province. */
  day: string;
  /** Ids of the texts that are said after a disclosure. */
  care: ReadonlySet<string>;
};

export const mostBubbleChars = 500;
export const mostReplyChars = 800;

/** Texts whose first words name a number to call, whatever happens to the rest. */
const linesFirst: ReadonlySet<string> = new Set([...cards, 'trouble', 'cannot-read', 'hold', 'concern-ask']);
const emergency = new Set(['emergency', 'emergency-other', 'emergency-perpetrator']);

/** What nobody who was hurt may read from us: blame, orders, promises, pressing. */
const never =
  /tại sao bạn không|có chắc không|chuyện gia đình|cố nhịn|hòa giải|bạn nên bỏ|mọi chuyện sẽ ổn|bạn an toàn rồi|không ai biết đâu|công an sẽ đến|hoàn toàn an toàn|tuyệt đối|ẩn danh/i;

/** What must be mended in a text as people read it, in words for its editor; nothing when it may be said. */
export function mendsOfReply(id: string, bubbles: string[], { directory, day, care }: ReplyRules): string[] {
  const whole = bubbles.join('\n');
  const strange = bubbles.flatMap((bubble) => unknownPhones(bubble, directory, day));
  const long = bubbles.find((bubble) => bubble.length > mostBubbleChars);
  const blamed = never.exec(whole)?.[0];
  return [
    ...(long === undefined ? [] : [`có tin dài ${long.length} chữ cái; mỗi tin tối đa ${mostBubbleChars}.`]),
    ...(bubbles.join('').length > mostReplyChars ? [`cả lời dài quá ${mostReplyChars} chữ cái.`] : []),
    ...(blamed === undefined
      ? []
      : [`có cụm "${blamed}": lời này trách, ép hoặc hứa điều không giữ được. Xem prompts/README.md.`]),
    ...strange.map((number) => `số ${number} không có trong danh bạ được nói hôm nay.`),
    ...(linesFirst.has(id) && !/\b11[13]\b/.test(bubbles[0] ?? '') ? ['tin đầu tiên phải có số 113 hoặc 111.'] : []),
    ...(cards.some((card) => card === id) && id !== 'help-again' && !whole.includes('Trung tâm Công tác xã hội')
      ? ['lời này phải nhắc Trung tâm Công tác xã hội.']
      : []),
    ...(care.has(id) && !/\b11[13]\b|SOS/.test(whole)
      ? ['lời nói sau khi người ta đã kể chuyện phải nhắc 113, 111 hoặc SOS.']
      : []),
    ...(emergency.has(id) && whole.includes('?') ? ['lời lúc nguy hiểm không được hỏi gì.'] : []),
  ];
}
