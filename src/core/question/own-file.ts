const mine =
  '(?:toi|em|minh|chau|con (?:toi|em|minh|chau)|nha (?:toi|em|minh)|(?:vo|chong|bo|me|chi|anh|bo me|vo chong) (?:toi|em|minh|chau)|ho (?:toi|em|minh|nha toi))';
const paper =
  '(?:ho so|ma ho so|ma dinh danh|don|don tu|giay trieu tap|bien ban|quyet dinh|vu viec|vu (?:cua|nha)|danh sach|so tai khoan|tai khoan|ngay phep|the (?:bao hiem|bhyt|can cuoc|hoi vien))';
/** What is done with a paper. */
const done =
  '(?:duyet|phe duyet|giai quyet|xu ly|xu li|xu|lap|gui|nhan|rut|thu l[iy]|cap|giai ngan|k[iy]|chuyen|tra|xong|goi|xac minh|dang ky|dang ki)';
const end = '(?: (?:vay|the|a|ad|nhi|ha|day|dau|ta|nhe|roi|bot|voi))*$';

const patterns: readonly RegExp[] = [
  // "Hồ sơ của tôi tới đâu rồi"
  new RegExp(
    `\\b${paper}\\b.*\\b(?:(?:toi|den) dau roi|dang (?:nam )?(?:o )?(?:dau|(?:ban|phong|tay|cho) (?:\\S+ )?(?:nao|ai))|o dau roi|ai dang (?:cam|giu|xu l[iy]|giai quyet)|den luot)\\b`,
  ),
  new RegExp(`\\bai dang (?:cam|giu|xu l[iy]|giai quyet) ${paper}\\b`),
  new RegExp(`\\bden luot\\b.*\\b${paper}\\b`),
  // "Tòa đã gửi giấy triệu tập cho chồng tôi chưa"
  new RegExp(`^(?=.*\\b${paper}\\b)(?=.*\\b${mine}\\b).*\\b(?:da|duoc|co) (?:duoc |bi )?${done}\\b.* ?\\bchua${end}`),
  new RegExp(`^(?=.*\\b${paper}\\b)(?=.*\\b${mine}\\b).*\\b${done} chua${end}`),
  // "Tiền của em bao giờ về tài khoản"
  new RegExp(`\\b${mine}\\b.*\\b(?:bao gio|khi nao|hom nao|chua)(?: \\S+){0,3} (?:ve|vao) (?:tai khoan|the)\\b`),
  new RegExp(`\\bsao\\b.*\\b${mine}\\b.* chua (?:nhan|thay|duoc nhan|co) (?:duoc )?(?:tien|giay|the|ket qua)\\b`),
  // "Tra giúp tôi đóng được mấy năm rồi"
  new RegExp(
    `\\b(?:tra|tra cuu|kiem tra|xem|do) (?:giup|ho|dum)\\b(?=.*\\b(?:${paper}|roi|chua|con (?:bao nhieu|may|han))\\b)(?=.*\\b${mine}\\b).*\\b(?:ma|roi|chua|con (?:bao nhieu|may|han)|tai khoan|danh sach)\\b`,
  ),
  new RegExp(
    `\\b${mine}\\b.*\\b(?:roi|chua|con han)\\b.*\\b(?:tra|tra cuu|kiem tra|xem) (?:giup|ho|dum)(?: ${mine})?${end}`,
  ),
  // "Công ty có đóng đủ cho tôi không, kiểm tra giúp"
  new RegExp(
    `^(?=.*\\b${mine}\\b)(?!.*\\b(?:ke hoach|luat|nghi dinh)\\b).*\\b(?:tra|tra cuu|kiem tra) (?:giup|ho|dum)(?: ${mine})?${end}`,
  ),
  // "Biên bản số 15 của tôi ai ký"
  new RegExp(`\\b${paper}(?: so \\S+)? (?:cua )?${mine}(?: \\S+){0,4} ai (?:k[iy]|giu|cam|lam|lap|nhan)\\b`),
  new RegExp(`\\b${mine} co (?:ten )?(?:trong|o) danh sach\\b|\\bten ${mine} co\\b.*\\bdanh sach\\b`),
  new RegExp(`\\b(?:ma dinh danh|ma ho so|so tai khoan)\\b.*\\b${mine}\\b.*\\b(?:la gi|la bao nhieu|so may)${end}`),
  new RegExp(`\\b${paper} (?:cua )?${mine}\\b.*\\bcon (?:han|hieu luc|gia tri) (?:khong|chua)${end}`),
];

/** Whether the folded question asks how somebody's own papers or matters stand, which only an office can see. */
export function asksOfOwnFile(folded: string): boolean {
  return patterns.some((pattern) => pattern.test(folded));
}
