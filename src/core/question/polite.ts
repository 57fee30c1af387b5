const person =
  '(?:bạn|ban|em|ad|admin|bot|anh|chị|chi|cô|chú|bác|mọi người|cả nhà|hoa ban|cán bộ|tôi|toi|mình|minh|cháu|chau|tui|con)';
const end = '(?:[\\s,.!:]+|$)';

/** What people say before and after a question that is no part of it. */
const before = [
  // Who asks is no part of what is asked: "phóng viên hỏi: …".
  `(?:[\\p{L}\\d]+ ){1,7}(?:hỏi|hoi)(?! (?:cưới|cuoi|vợ|vo|ý|y)(?!\\p{L}))(?: \\p{L}+){0,3}\\s*:\\s*`,
  `(?:xin )?(?:chào|chao|hello|hi|hey|alo|a lô)(?: ${person})*(?: (?:nhé|nhe|ạ|nha|ơi|oi))*${end}`,
  `(?:xin )?(?:cảm|cám|cam) (?:ơn|on)(?: (?:${person}|nhiều|nhieu|nhé|nhe|nha|ạ|lắm|lam))*${end}`,
  `${person} (?:ơi|oi)(?: (?:ạ|à))?${end}`,
  `(?:kính |kinh )?(?:thưa|thua|gửi|gui) (?:quý |quy )?(?:ban|tổ|to|các|cac|anh chị|anh chi|${person})(?: (?:tư vấn|tu van|hỗ trợ|ho tro|cán bộ|can bo|luật sư|luat su|anh chị|anh chi|${person})){0,2}\\s*[,.!:]+\\s*`,
  `(?:dạ|vâng|làm ơn|lam on|vui lòng|vui long)${end}`,
  `(?:xin |làm ơn |lam on )?(?:cho|giúp|giup) ${person}(?: (?:xin|được|dc))? (?:hỏi|hoi|biết|biet)(?: (?:thêm|them|chút|chut|tí|ti|tý|với|voi|là|la|cái này|việc này|nhé|nhe))*${end}`,
  `(?:xin|cho) (?:hỏi|hoi)(?: (?:thêm|them|chút|chut|tí|ti|tý|với|voi|là|la))*${end}`,
  `(?:${person} )?(?:đang |dang )?(?:muốn|muon|cần|can|định|dinh) (?:hỏi|hoi|biết|biet|tìm hiểu|tim hieu)(?: (?:thêm|them|chút|chut|là|la|về|ve|việc|viec))*${end}`,
].map((pattern) => new RegExp(`^${pattern}`, 'iu'));
/** How it is to be told: "nói cho tôi dễ hiểu để giảng lại cho các cháu". */
const manner =
  /[\s,.!]+(?:(?:hãy|hay|xin|nhờ|nho|bạn|ban|em|bot) )?(?:nói|noi|giải thích|giai thich|trả lời|tra loi|giảng|giang|kể|ke)(?: (?:cho|giúp|giup|hộ|ho) \p{L}+)?(?: (?:thật|that|sao cho|cho))? (?:dễ hiểu|de hieu|đơn giản|don gian|ngắn gọn|ngan gon|ngắn thôi|ngan thoi|rõ ràng|ro rang)(?: \p{L}+){0,9}[\s.!]*$/iu;
const after = /[\s,.!]+(?:xin )?(?:cảm|cám|cam) (?:ơn|on)(?: \p{L}+){0,3}[\s.!]*$/iu;

/** Why somebody asks: "…, em hỏi giúp chị em trong bản". */
const reason =
  /[\s]*[,.!?;]+\s*(?:(?:tôi|toi|em|mình|minh|cháu|chau|tui|bà|ba|ông|ong|chị|chi|anh|e|t|con) )?(?:hỏi|hoi) (?:giúp|giup|hộ|ho|dùm|dum|giùm|gium|thay|để|de|cho)(?: \p{L}+){1,10}[\s.!]*$/iu;

/** Where somebody read it: "em lướt fb thấy bảo …" says no more than "nghe nói …". */
const read =
  /^(?:\p{L}+ ){0,4}(?:lướt|luot|xem|đọc|doc|coi) (?:\p{L}+ ){0,2}(?:fb|face|facebook|mạng|mang|tiktok|tóp tóp|zalo|youtube|báo|bao|tivi|ti vi) (?:(?:có|co|thấy|thay|họ|ho|người ta|nguoi ta|nó|no) ){0,2}(?:bảo|nói|noi|ghi|viết|viet|đăng|dang|đưa|dua|kêu|keu)(?: (?:là|la|rằng|rang|tin))?[\s,:]+/iu;

/** Of which grade of a punishment it is asked: every grade is told. */
const grade =
  /[\s,]*(?<!\p{L})(?:(?:ở|o) )?khung (?:hình phạt |hinh phat )?(?:nhẹ|nhe|nặng|nang|thấp|thap|cao|cơ bản|co ban)(?: nhất| nhat)?(?: (?:là|la|thì|thi))?(?!\p{L})[\s,]*/giu;

/** The message without greeting, thanks and "cho em hỏi"; the message itself when little else would be left. */
export function withoutPoliteness(message: string): string {
  let rest = message.normalize('NFC').trim();
  for (let found = true; found; ) {
    found = false;
    for (const pattern of before) {
      const shorter = rest.replace(pattern, '');
      if (shorter !== rest) [rest, found] = [shorter, true];
    }
  }
  rest = rest
    .replace(read, 'nghe nói ')
    .replace(after, '')
    .replace(manner, '')
    .replace(reason, '')
    .replace(grade, ' ')
    .trim();
  return (rest.match(/\p{L}+/gu) ?? []).length >= 2 ? rest : message;
}
