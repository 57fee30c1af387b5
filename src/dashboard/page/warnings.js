// What an officer is warned of before a reply is sealed. Works on the words in the page: they go nowhere else.

/** Long numbers as people write them; the digits alone are compared. */
const long = /(?:\+\s?84|0)(?:[\s.()-]{0,2}\d){8,10}|1[89]00(?:[\s.-]?\d){4,6}/g;
const short =
  /(?:gọi|số|tổng đài|đường dây|hotline)[^\d\n.;!?]{0,40}?(\d{3,4})(?!\d|[.,/]\d|\s*(?:giờ|h|ngày|tháng|phút|đồng|năm|tuổi|%))/giu;

const place =
  /(?<!\p{L})(?:(?:số nhà|nhà số|đường|phố|ngõ|ngách|hẻm|thôn|bản|tổ dân phố|xã|phường|khu phố|ngã ba|ngã tư)\s+[\p{L}\d]|(?:cạnh|gần|đối diện|phía sau|ngay sau)\s+\p{L})/iu;
const shelter = /tạm lánh|tạm trú|lánh nạn|nhà nhân ái|ngôi nhà|mái ấm|chỗ ở tạm|nơi ở tạm|nhà an toàn/iu;

/** What hurts, and why; from the rules the Centre works by. */
const hurtful = [
  [
    /tại sao (?:bạn|chị|em|anh|cháu)|sao (?:bạn|chị|em|anh|cháu) (?:không|lại)/iu,
    'Câu hỏi "tại sao bạn không…" nghe như trách. Hãy hỏi điều người ấy cần.',
  ],
  [
    /cố (?:gắng )?(?:nhịn|chịu)|nhịn (?:đi|một chút|vì)|vì con (?:mà|nên) (?:nhịn|chịu)/iu,
    'Khuyên nhịn là không an toàn.',
  ],
  [
    /hòa giải|hoà giải|nói chuyện lại với (?:chồng|vợ|anh|chị)|làm lành/iu,
    'Hoà giải có thể nguy hiểm khi đang có bạo lực. Chỉ nói tới khi người ấy hỏi.',
  ],
  [
    /(?:bạn|chị|em|anh) (?:nên|phải) (?:bỏ|ly hôn|ly thân)/iu,
    'Rời đi hay ở lại là người ấy quyết. Hãy đưa ra các cách, đừng quyết thay.',
  ],
  [
    /an toàn rồi|(?:sẽ|mọi chuyện) ổn thôi|không ai biết đâu|chắc chắn (?:công an|toà|tòa)/iu,
    'Đừng hứa điều mình không giữ được.',
  ],
  [/có chắc không|có thật không|chuyện gia đình|chuyện nhà/iu, 'Câu này làm người ấy thấy không được tin.'],
  [/ghi âm lén|quay lén|cài định vị|đối chất|trả đũa/iu, 'Việc này có thể làm người ấy gặp nguy hiểm hơn.'],
];

const reach =
  /(?:gọi (?:điện|lại|cho)|nhắn tin|nhắn cho|đến nhà|tới nhà|ghé nhà|gặp (?:bạn|chị|em|anh) (?:ở|tại|lúc))/iu;
const clock = /(\d{1,2})\s*(?:giờ|h|:)\s*(?:\d{2})?\s*(tối|đêm|chiều)?/giu;
/** Parts of the day as they are named when something is arranged. */
const parts = {
  morning: /(?:buổi sáng|sáng (?:nay|mai|kia|mốt|sớm))/iu,
  noon: /(?:buổi trưa|trưa (?:nay|mai|kia|mốt))/iu,
  afternoon: /(?:buổi chiều|chiều (?:nay|mai|kia|mốt))/iu,
  evening: /(?:buổi tối|ban đêm|(?:tối|đêm|khuya) (?:nay|mai|kia|mốt))/iu,
};
const soon = /(?:bây giờ|ngay lúc này|lát nữa|chút nữa|tí nữa|gọi ngay|nhắn ngay|tới ngay|đến ngay)/iu;
const hours = { morning: [6, 11], noon: [11, 14], afternoon: [14, 18], evening: [18, 22], any: [0, 24] };

/**
 * The warnings of a reply, as officers read them. `phones`: dialled forms that the directory shows today; `when`: the
 * safe time the person chose; `hour`: what hour it is in the province (0 to 23).
 */
export function warningsOf(text, { phones, when, hour }) {
  const said = text.normalize('NFC');
  const unknown = numbersIn(said).filter((one) => !phones.includes(one));
  return [
    ...(said.trim() === '' ? ['Chưa có chữ nào.'] : []),
    ...unknown.map((one) => `Số ${one} không có trong danh bạ đang dùng. Kiểm tra lại hoặc bỏ số này.`),
    ...(shelter.test(said) && place.test(said)
      ? ['Có vẻ có địa chỉ nơi tạm lánh. Không bao giờ viết địa chỉ ấy; chỉ nói cách liên hệ để được đón.']
      : []),
    ...reachWarnings(said, when, hour),
    ...hurtful.flatMap(([pattern, why]) => (pattern.test(said) ? [why] : [])),
  ];
}

function numbersIn(text) {
  const longs = [...text.matchAll(long)].map(([whole]) => whole);
  const rest = text.replace(long, ' ');
  const found = [...longs, ...[...rest.matchAll(short)].map((one) => one[1])];
  return [...new Set(found.map((one) => one.replace(/\D/g, '').replace(/^84(?=\d{9})/, '0')))];
}

/** Warns of contact that the person did not choose, or at an hour that is not safe. */
function reachWarnings(text, when, now) {
  if (!reach.test(text)) return [];
  if (when === 'here') return ['Người này chọn chỉ nhận trả lời ở đây. Đừng hẹn gọi, nhắn hay gặp.'];
  const [from, before] = hours[when] ?? hours.any;
  const wrong = [...text.matchAll(clock)].some(([, hour, part]) => {
    const late = part !== undefined && Number(hour) < 12 ? 12 : 0;
    const at = Number(hour) + late;
    return at < from || at >= before;
  });
  const otherPart = when !== 'any' && Object.entries(parts).some(([part, named]) => part !== when && named.test(text));
  const tooSoon = soon.test(text) && (now < from || now >= before);
  return wrong || otherPart || tooSoon ? ['Giờ hẹn nằm ngoài giờ an toàn mà người này đã chọn.'] : [];
}
