const people =
  '(?:nguoi|phu nu|nu|chi em|dan ong|nam gioi|nan nhan|tre|tre em|em|hoc sinh|can bo|cong chuc|tro giup vien|luat su|hoi vien|doan vien|ho|ho gia dinh|nha)';
const matter = '(?:vu|ca|cap|truong hop|cau lac bo|cuoc goi|don|lop|buoi|dot)';
const place =
  '(?:tinh(?: (?:minh|ta|nha))?|ca tinh|toan tinh|xa|xa (?:toi|minh)|phuong|huyen|thon|ban|trong tinh|o tinh)';
const lately =
  '(?:nam (?:ngoai|qua|truoc|kia|hoc truoc|hoc nay|vua qua)|hien (?:nay|tai|gio)|bay gio|dang|tu dau nam|dau nam den nay|tu truoc den nay|den nay|vua (?:qua|roi)|gan day|thang (?:qua|truoc|roi)|quy (?:qua|truoc)|thuc te)';

const patterns: readonly RegExp[] = [
  // "Bao nhiêu người đã bị phạt"; a share of people is a target, not a tally.
  new RegExp(`\\b(?:bao nhieu|may) ${people}(?: \\S+){0,4}? (?:da|tung|dang) (?!du|den|duoc (?:phat hien|bao ve))`),
  /(?<!\bco (?:nhan|lo|giup|xu|giai quyet)(?= may) )\b(?:bao nhieu|may) (?:vu(?! nay)|cap (?:vo chong|tao hon|li hon)|cau lac bo|cuoc goi)\b/,
  /\b(?:bao nhieu|may) (?:phu nu|nguoi|nan nhan|tre em|chi em|ho) (?:da )?(?:bi|duoc giai cuu|duoc cuu|bo tron|tao hon|bo hoc)\b/,
  /\b(?:bao nhieu|may) nu (?:bi thu|chu tich|dai bieu|can bo|hieu truong|truong thon)\b/,
  /\b(?:bao nhieu|may) xa da\b/,
  new RegExp(
    `\\b${place}(?: \\S+){0,3}? (?:hien |dang |hien nay |hien dang )?co (?:khoang )?(?:bao nhieu|may) (?:${people}|${matter})\\b`,
  ),
  new RegExp(`\\bhien (?:nay |gio |tai |dang )?co (?:khoang )?(?:bao nhieu|may) (?:${people}|${matter})\\b`),
  new RegExp(`\\b(?:xa|phuong|thon|huyen|thi tran) \\S+ \\S+ (?:co )?(?:bao nhieu|may) (?:${people}|${matter})\\b`),
  new RegExp(`\\b(?:tong so|so luong|so) (?:luong )?(?:${people}|${matter})\\b.*\\b${lately}\\b`),
  new RegExp(`\\b${lately}\\b.*\\b(?:tong so|so luong) (?:${people}|${matter})\\b`),
  /\bso (?:vu|ca|cap) (?:bi |dinh |dang |nghi )?(?:bao luc|l[iy] hon|tao hon|mua ban|xam hai|danh|quay roi|hiep|chet|tu vong)\b/,
  // "Ở xã tôi mấy phần trăm phụ nữ đang đi làm xa"
  /\b(?:bao nhieu|may) phan tram (?:phu nu|nu|dan ong|nam gioi|nguoi|chi em|tre|vo chong|hoc sinh|ho)(?: \S+){0,2} dang\b/,
  /\bdan so (?:nu|nam|phu nu)\b/,
  /\b(?:bao nhieu|may) phan tram (?:dan ong|phu nu|nguoi|vo chong|gia dinh) (?:o tinh|tinh|trong tinh|nguoi|\S+ (?:danh|uong|bi))\b/,
  // What came of checks, votes and contests.
  /\bket qua (?:kiem tra|thanh tra|giam sat|bau cu|cuoc thi|k[iy] hop|thi|khao sat|thuc hien)\b.*\b(?:nam|o|xa|huyen|phuong|dot|lan|k[iy]|quy|vua|thang)\b/,
];

const one = '(?:ong|ba|anh|chi|nguoi|ke|vu|cap|ho|nha|dan ong|phu nu|ba me|san phu|tre|em be|chau)';
/** What really happened, told by words no rule and no target uses. */
const real: readonly RegExp[] = [
  /\b(?:bao nhieu|may)\b.*\bco kip (?:chi tieu|muc tieu|ke hoach)\b/,
  new RegExp(`\\b(?:xa|phuong|tinh|huyen|thon)(?: \\S+){0,4} (?:da )?phat (?:duoc )?(?:bao nhieu|may) ${one}\\b`),
  new RegExp(
    `\\bco (?:bao nhieu|may) ${one} (?:o|tai|trong)(?: \\S+){0,4} (?:chet|mat|bi|tu vong|ly hon|li hon|bo hoc)\\b`,
  ),
  // "So với 80 % thì tới chưa", "cục thống kê báo gấp mấy lần"
  /\bso voi (?:chi tieu|muc tieu|ke hoach|moc|\d+)(?: \S+){0,5} (?:toi|dat|du|kip|duoc) chua\b/,
  /\b(?:thong ke|khao sat|dieu tra|bao cao)(?: \S+){0,2} (?:bao(?! cao)|cong bo|cho thay|cho biet|ghi nhan|moi nhat)\b.*\b(?:may|bao nhieu)\b/,
  /\b(?:xa|thon|ban|huyen|tinh)(?: \S+){0,4} (?:bao nhieu|may) (?:ho|nguoi|chi em|phu nu|cap|nha|em)(?: \S+){0,3} (?:duoc|bi|da) .*\broi$/,
  /\bda (?:lam |dat |xong |hoan thanh )+(?:\S+ ){0,2}(?:bao nhieu|may) (?:chi tieu|muc tieu|nhiem vu)\b/,
  /\b(?:tuoi|thu nhap)(?: \S+){0,3} (?:trung binh|binh quan)\b/,
  /\b(?:toan|ca) tinh(?: \S+){0,2} (?:dang|hien)(?: nay| dang)* co (?:bao nhieu|may)\b/,
  /\b(?:nam nay|nam ngoai|quy nay)(?: \S+){0,6} (?:bao nhieu|may) (?:xa|phuong|thon|truong|co quan|cuoc|dot|lan)\b.*\b(?:roi|r)$/,
  /\b(?:nam ngoai|nam roi|nam truoc|vua roi)\b.*\b(?:nhung )?(?:xa|nha|truong|co quan|thon|don vi|ai|nguoi)(?: nao)? (?:duoc |dat |bi )?(?:giai (?:nhat|nhi|ba)|khen|nop (?:\S+ ){0,4}tre|tre han|dung dau|dung cuoi)\b/,
  /\b(?:nam ngoai|nam roi|nam truoc|vua roi)\b(?: \S+){0,3} nhung (?:xa|nha|truong|co quan|thon|don vi) nao\b/,
  /\b(?:lam|dat|thuc hien|hoan thanh) duoc (?:bao nhieu|may) (?:phan tram|%)?(?: \S+){0,2}(?:that|roi)\b/,
  /\b(?:tinh|xa|minh|ta|minh)(?: \S+){0,2} (?:co |da )dat (?:duoc )?(?:cai |moc |muc |chi tieu |muc tieu |con so )+(?:\d|may|bao)/,
  /\bbau cu\b.*\b(?:bao nhieu|may)(?: phan tram| %)? (?:nguoi )?(?:dai bieu|chu tich|uy vien)(?: \S+){0,4} la (?:nu|phu nu)\b/,
  // How far a share has come in truth, and who was elected.
  /\b(?:thuc dat|(?:dat|lam) that)(?: \S+){0,2} (?:may|bao nhieu)\b|\b(?:tinh )?(?:toi|den) (?:het |cuoi )?nam nay(?: \S+){0,4} (?:da )?dat (?:duoc )?(?:may|bao nhieu)\b.*\b(?:roi|r)$/,
  /\bdat (?:duoc )?(?:that|thuc|that su|thuc su|thuc te)(?: \S+){0,3} (?:may|bao nhieu)\b/,
  /\b(?:that su|thuc su|thuc te|that ra|thuc ra)(?: \S+){0,10} (?:may|bao nhieu) (?:phan tram|%)/,
  /\b(?:bay gio|hien (?:nay|tai|gio)|den (?:nay|gio))\b.*\b(?:may|bao nhieu) (?:phan tram|%) (?:roi|r)$/,
  /\bt[iy] le(?: \S+){0,4} trung cu\b.*\b(?:bao nhieu|may)\b/,
  // A list that an office drew up.
  /\b(?:hoi dong nhan dan|hdnd|uy ban|ubnd|tinh|xa)(?: \S+){0,6} da (?:duyet|cong bo|ban hanh|thong qua|chot) (?:\S+ ){0,4}(?:danh muc|danh sach)\b/,
];

/** Whether the folded question asks for what really happened, whatever year of the plan it names. */
export function asksOfRealTally(folded: string): boolean {
  return real.some((pattern) => pattern.test(folded));
}

/** A figure of a penalty, a rule or a target: nothing that is counted. */
const ofRule = /\b(?:phat|muc|di tu|phat tu|chi tieu|muc tieu|phan dau|theo luat|theo ke hoach|phai)\b(?! (?:vi|roi))/;

/** Whether the folded question asks how many there really were or are, which no law or plan tells. */
export function asksOfTally(folded: string): boolean {
  return !ofRule.test(folded) && patterns.some((pattern) => pattern.test(folded));
}
