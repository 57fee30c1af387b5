const law = '(?:luat|bo luat|nghi dinh|quy dinh|nha nuoc|quoc hoi|chinh phu)';
const later = '(?:sau nay|mai sau|tuong lai|(?:may|vai|\\d+|muoi) (?:chuc )?nam nua|(?:khoa|nhiem k[iy]) (?:toi|sau))';

const patterns: readonly RegExp[] = [
  // "Sau này luật có cho cưới hai vợ không", "mấy năm nữa hết cảnh trọng nam khinh nữ"
  new RegExp(`\\b${later}\\b(?: \\S+){0,3}? ${law}\\b(?! su\\b)`),
  new RegExp(`\\b${law}\\b(?: \\S+){0,3} ${later}\\b`),
  /\b(?:may|bao nhieu|vai) (?:chuc )?nam nua\b.*\b(?:het|xoa|khong con|binh dang|co luat|thay doi)\b/,
  /(?<!\b(?:tai|so|du|vat|tu|tri|phu) )\blieu\b(?: \S+){0,3} (?:khoa|nhiem k[iy]|sang nam|nam sau|sau nay|sap toi)\b/,
  // How a case or a birth will turn out.
  /\b(?:kha nang|co hoi|bao nhieu phan)(?: \S+){0,5} (?:thang|thua|duoc nuoi|gianh duoc)\b/,
  /\b(?:doan|du doan|boi|xem boi)(?: (?:xem|thu|giup|ho(?! cai)))+\b(?!.*\b(?:luat|cam|phat|duoc phep)\b)/,
  /\b(?:lieu|sinh|de|bau|thai)(?: \S+){0,3} (?:con )?(?:trai|gai) hay (?:la )?(?:con )?(?:gai|trai)(?: (?:vay|the|a|nhi|ha|ta|bot|ban))*$/,
];

/** Whether the folded question asks how things will turn out, which no rule tells. */
export function asksForecast(folded: string): boolean {
  return patterns.some((pattern) => pattern.test(folded));
}
