/** Words that ask the same of two things: "mỗi tội mấy năm", "khác nhau thế nào". */
const each =
  /\s*(?<!\p{L})(?:mỗi (?:cái|bên|việc|tội|loại|người|trường hợp|điều|hành vi|khoản|thứ)|moi (?:cai|ben|viec|toi|loai|nguoi|truong hop|dieu|hanh vi|khoan|thu)|từng (?:cái|bên|việc|tội|loại)|tung (?:cai|ben|viec|toi|loai)|lần lượt|lan luot|cả hai|ca hai)(?!\p{L})/giu;
/** Words that set one against the other; each thing is then asked for by itself. */
const against =
  /\s*(?<!\p{L})(?:(?:có )?(?:khác|hơn|kém|chênh)(?: lệch)? nhau|(?:co )?(?:khac|hon|kem|chenh)(?: lech)? nhau|(?:cái|bên|việc|tội|cai|ben|viec|toi) (?:nào|nao) (?:nặng|nhẹ|cao|thấp|nhiều|ít|nang|nhe|cao|thap|nhieu|it)(?: hơn| hon)?)(?!\p{L})/giu;
const joint =
  /^(.+?)\s+(?:với|voi|và|va|hay|hoặc|hoac|so với|so voi)\s+(.+?)(?:,\s*|\s+(?:thì|thi|bị|bi)\s+|\s+(?=(?:mỗi|moi|từng|tung|lần lượt|lan luot|khác|khac|hơn|hon|chênh|chenh|cả hai|ca hai|cái nào|cai nao|bên nào|việc nào|tội nào)(?!\p{L})))(.+)$/iu;
/** What the first thing is called by that the second may leave out. */
const head =
  /^(?:cho (?:hỏi|em hỏi|toi hoi|tôi hỏi)\s+)?((?:mức phạt|muc phat|phạt tiền|phat tien|phạt|phat|tội|toi|thời hạn|thoi han|thời gian|thoi gian|điều kiện|dieu kien|tuổi|tuoi|trợ cấp|tro cap|hồ sơ|ho so|thủ tục|thu tuc|án phí|an phi)(?:\s+(?:của|cua|về|ve|khi|cho|tội|toi))?)\s+/iu;
/** Two targets of the plan, asked for in one breath. */
const targets =
  /^(.*?(?:mục tiêu|muc tieu)\s+\d.*?)\s*(?:,|\s(?:và|va|với|voi|vs|còn|con))\s+((?:mục tiêu|muc tieu)\s+\d.*)$/iu;
/** Two shares of one whole: "danh sách phải có mấy phần trăm nữ, mấy phần trăm người dân tộc". */
const shares =
  /^(.{8,}?)\s((?:mấy|may|bao nhiêu|bao nhieu)\s+(?:phần trăm|phan tram|%))\s+([^,]+?)\s*(?:,|\s(?:và|va|với|voi|còn|con)\s)\s*(?:và\s+|va\s+)?\2\s+(.+)$/iu;
const people =
  /^(?:(?:của|cho|về|với|ở|cua|ve|voi|o)\s+)?(?:nam|nữ|nu|vợ|vo|chồng|chong|bố|bo|mẹ|me|cha|trai|gái|gai|tỉnh|tinh|cả nước|ca nuoc|đàn ông|đàn bà|dan ong|dan ba|mình|minh|tôi|toi|em)$/iu;
/** Two years of one thing are no two things: "2025 với 2030 chênh nhau bao nhiêu". */
const otherYear = /^(?:(?:của|cua|mốc|moc|năm|nam)\s+)*20\d\d(?!\d)/iu;
const asksWhat = /(?:bao nhiêu|bao nhieu|mấy|may|thế nào|the nao|gì|gi|bao lâu|bao lau|ra sao)(?!\p{L})/iu;

/**
 * The two questions of a sentence that asks the same of two things ("tội A với tội B, khung đầu mỗi tội mấy năm"), each
 * with the shared head and tail; `null` when it is one question.
 */
export function pairOf(sentence: string): [string, string] | null {
  const text = sentence.trim().replace(/[?!.\s]+$/u, '');
  const places = targets.exec(text);
  if (places && !asksWhat.test(places[1] ?? '') && asksWhat.test(places[2] ?? ''))
    return [`${places[1]} là bao nhiêu`, places[2] ?? ''];
  const [, whole, share, ofOne, ofOther] = shares.exec(text) ?? [];
  if (ofOther !== undefined) return [`${whole} ${share} ${ofOne}`, `${whole} ${share} ${ofOther}`];
  const found = joint.exec(text);
  if (!found) return null;
  const [, first = '', second = '', tail = ''] = found;
  const shared = tail.replace(each, ' ').replace(against, ' ').replace(/\s+/g, ' ').trim();
  if (shared === tail.trim()) return null;
  if (first.split(/\s+/).length < 2 || second.split(/\s+/).length < 2 || people.test(second)) return null;
  if (otherYear.test(second)) return null;
  const named = head.exec(first)?.[1] ?? '';
  const own = second.split(/\s+/)[0]?.toLowerCase() === named.split(/\s+/)[0]?.toLowerCase() || head.test(second);
  const asked = asksWhat.test(shared)
    ? shared
    : `${shared} ${/phạt|phat/iu.test(named) ? 'bao nhiêu' : 'thế nào'}`.trim();
  return [`${first} ${asked}`, `${own || named === '' ? '' : `${named} `}${second} ${asked}`];
}
