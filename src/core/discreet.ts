/** Words that tell whoever glances at a screen what the talk is about. Our own texts: tones are there. */
const telling =
  /(?<!\p{L})(bạo (lực|hành)|đánh|đâm|đá|tát|chửi|giết|nhốt|hiếp|xâm hại|sàm sỡ|quấy rối|dâm|tình dục|ngược đãi|hành hạ|ép|(đe |hăm )?dọa|mua bán người|(bị|lừa|đem) bán|buôn người|tảo hôn|kéo vợ|tự tử|tự sát|tự làm đau|không muốn sống|trốn|tạm lánh|ly hôn|ngoại tình|công an|cấp cứu|nguy hiểm|bị thương|(gây|bị|làm) hại|(bị|làm) đau|có lỗi|lỗi của|mình tin|nói ra|lo cho|cấm tiếp xúc|tố cáo|khẩn cấp|cứu|giúp gấp|sos|xo[áa]|xóa|thoát|113|115|111)(?!\p{L})/iu;

/** Whether the text gives nothing away to somebody who reads it over a shoulder or on a locked screen. */
export function isDiscreet(text: string): boolean {
  return !telling.test(text.normalize('NFC'));
}
