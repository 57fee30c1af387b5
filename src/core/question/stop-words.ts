/**
 * Folded words that shape a question but say nothing about its subject. A question made of these alone leans on what
 * was talked about before; evidence for an answer is measured without them.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a ac ai anh ay ban bac bang bao bi boi buoi ca cac cai can cang cha chac chang chao chi chiu cho chu chua chung chut ' +
    'co coi con cu cua cung cho da dang dau dau day de den di dieu do doi don du dua dung duoc em gi gio giup ha hay ' +
    'hem hen het ho hoac hoi hon hong hu khac khi khong kia la lai lam lan len luc luon ma may mi mic minh mot moi muon ' +
    'nay nao nen neu ngay nghe nghia nha nhe nhi nhieu nho nhu nhung nhi noi nua o oi phai qua ra rang rat ro roi ' +
    'sao sau se su ta tai tao tat thay the thi thoi thuc tim toi tren trong truoc tu tung tuong u va van vao vay ve ' +
    'vi viec voi xem xin y duoi giua nam theo cung nhat biet hieu tra loi cau thong tin ke noi bot ad admin ' +
    'ak ah uh uk ok oke nha nhi nhe nhen hihi haha thua qui quy dinh'
  ).split(' '),
);

/** Words of a question about the shape of the answer, not its subject: they may be missing from a good passage. */
export const shapeWords: ReadonlySet<string> = new Set(
  'phan tram ti ty le con so muc bao nhieu may chi tieu muc tieu ke hoach nam moc dat den quy dinh luat dieu khoan tien phat tinh'.split(
    ' ',
  ),
);
