import type { Wanted } from '../question/wanted.ts';

const money = /\d[\d.,]*(?: ?(?:–|-|đến) ?\d[\d.,]*)? ?(?:triệu|nghìn|tỷ|đồng)/;
const spelled = '(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|vài)';

const shapes: Record<Wanted, RegExp> = {
  fine: money,
  money: new RegExp(
    `${money.source}|\\d ?%|miễn phí|không mất (?:tiền|phí|lệ phí)|không phải (?:trả|nộp|đóng)|không thu|(?:do )?hai bên (?:tự )?thỏa thuận|không ấn định`,
    'i',
  ),
  prison: /(?:^|\P{L})tù(?!\p{L}).*\d|\d.*\P{L}tù(?!\p{L})|chung thân|cải tạo không giam giữ/iu,
  duration: new RegExp(
    `(?:\\d|${spelled}) ?(?:giây|phút|giờ|tiếng|buổi|ngày|tuần|tháng|năm|quý|lần)|\\bngay\\b|không (?:thời hạn|giới hạn)|hằng (?:tháng|năm)|trọn đời`,
    'i',
  ),
  hours: new RegExp(`(?:\\d|${spelled}) ?(?:giây|phút|giờ|tiếng|buổi|ngày|tuần|tháng)|trong ngày`, 'i'),
  percent: /\d ?%|phần trăm|\d+ ?\/ ?\d+|một nửa/i,
  age: /\d+ (?:tháng )?tuổi|\d+–\d+ tuổi|thành niên/i,
  phone: /(?:^|[^\d/.,])(?:1[01]\d|0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}|1[89]00[ .]?\d{3,6})(?![\d/])/,
  address: /(?:số \d+|đường |phố |tổ \d|tầng |thôn )[^.]*/i,
  distance: /\d+ ?(?:m|mét|km)\b/i,
  area: /\d ?(?:m2|m²|mét vuông|ha|héc ?ta)(?!\p{L})/iu,
  year: /(?<!\d)(?:19|20)\d\d(?!\d)/,
  weekday: /(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày làm việc)(?!\p{L})/iu,
};

/** Whether the text holds a fact of the kind wanted. */
export function holdsFact(text: string, wanted: Wanted): boolean {
  return shapes[wanted].test(text);
}

/** What is missing, in plain words. */
export const missing: Record<Wanted, string> = {
  fine: 'Mức phạt của việc này thì mình chưa có.',
  money: 'Số tiền cụ thể thì mình chưa có.',
  prison: 'Mức tù của việc này thì mình chưa có.',
  duration: 'Thời gian cụ thể thì mình chưa có.',
  hours: 'Thời gian cụ thể thì mình chưa có.',
  percent: 'Tỷ lệ cụ thể thì mình chưa có.',
  age: 'Tuổi cụ thể thì mình chưa có.',
  phone: 'Số điện thoại bạn hỏi thì mình chưa có.',
  address: 'Địa chỉ cụ thể thì mình chưa có.',
  distance: 'Khoảng cách cụ thể thì mình chưa có.',
  area: 'Diện tích cụ thể thì mình chưa có.',
  year: 'Năm bạn hỏi thì mình chưa có.',
  weekday: 'Ngày trong tuần thì mình chưa có.',
};
