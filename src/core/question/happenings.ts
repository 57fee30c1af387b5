const recently =
  '(?:h ?qua|hom (?:nay|qua|kia|truoc|no|mai)|(?:toi|sang|chieu|trua|dem) (?:nay|qua|mai|hom qua|hom nay)|tuan (?:nay|truoc|roi|qua|sau|toi|vua roi)|thang (?:nay|truoc|roi|qua|sau|vua roi|vua qua)|vua (?:roi|qua|nay|xong)|moi day|gan day|dao nay|dot (?:nay|roi|vua roi|truoc)|ngay mai|may (?:hom|ngay|bua) nay|(?:nam|ki|quy|quy) (?:vua roi|vua qua)|bua (?:nay|truoc))';
/** What happens and is told by news, a loudspeaker or a notice board. */
const event =
  '(?:vu (?:chong |vo )?(?:viec|an|giet|danh|ban|bat|chay|tai nan|lua|mua ban|nao|hiep|quay roi)|tin (?:moi|gi|tuc|nong|nao|len)|su kien|thoi su|k[iy] hop|cuoc thi|mit tinh|le (?:hoi|mit tinh|phat dong|k[iy] niem)|van nghe|ngay hoi|to chuc (?:o|gi|ngay|hoi|le|tai|may gio)|(?:dua|bao) tin|bao nao|phien toa|lich (?:tiem|hop|tiep|phat|cup|kham)|doan (?:cong tac|kham|tu thien|bac s[iy])|lop (?:xoa mu|tap huan|day|hoc|boi duong) (?:\\S+ )?(?:nao|gi|mo|o)|mat dien|cap dien|cup dien|thong quan|loa (?:xa|thon|phat)|hop (?:ve|phu nu|dan|thon|bao|gi|ban|quoc hoi)|phat hien (?:them )?(?:may|bao nhieu)|(?:phat|ban) (?:qua|gao|tien)|cong bo|quoc hoi (?:dang )?(?:ban|hop|thao luan|bieu quyet)|bat (?:duoc )?(?:may|bao nhieu|ai))';

const patterns: readonly RegExp[] = [
  new RegExp(`^(?=.*\\b${recently}\\b).*\\b${event}\\b`),
  new RegExp(
    `\\b${recently}\\b.*\\bco (?:gi|chuyen gi) (?:hot|moi|vui|la|hay)\\b|\\bco (?:gi|chuyen gi) (?:hot|moi|vui|la)\\b.*\\b${recently}\\b`,
  ),
  // On which day something is held, where no plan or law sets one.
  /^(?!.*\b(?:thang hanh dong|hang nam|moi nam|ke hoach|bau cu|cuoc bau)\b).*\b(?:le|hoi|lop|buoi|giai|cuoc|hoi nghi|mit tinh)\b.*\b(?:to chuc|mo|dien ra|khai mac) (?:vao )?(?:ngay|hom|thang|luc|gio|toi|buoi|thu) (?:nao|may)\b/,
  /\btin (?:moi nhat|tuc|nong)\b|\bthoi su\b/,
  // How a matter that is in the news goes on.
  /\bvu (?:viec )?\S+ .*\b(?:(?:toi|den) dau roi|sao roi|the nao roi|ra sao roi|xu den dau)\b/,
  /^(?:cai |cho hoi )?vu (?:\S+ ){1,6}(?:o|tai) .*\b(?:toa|bi|da) (?:xu|tuyen|ket an|phat)\b.*\b(?:may|bao nhieu|sao|the nao|chua)\b/,
  /\b(?:co )?bao nao (?:dua|viet|dang|noi)\b/,
  /\b(?:toa|phien toa)\b.*\bxu (?:vu|phien) nao\b/,
];

/** Words of somebody who asks what to do or what the rule is, whatever day they name. */
const ofRule =
  /\b(?:thi sao|thi lam|phai lam|lam sao|lam the nao|lam gi|bao cho ai|bao ai|nen|phat(?! (?:hien|dong|thanh|qua|gao))|muc|luat(?! gi)|nghi dinh|quyen|che do|duoc nghi|di tu|toi gi)\b/;

/** Whoever tells a long story names days in it; news are asked for in a few words. */
const mostWords = 25;

/** Whether the folded question asks for news: what happened of late, what is on soon. */
export function asksOfHappenings(folded: string): boolean {
  return (
    folded.split(' ').length <= mostWords && !ofRule.test(folded) && patterns.some((pattern) => pattern.test(folded))
  );
}
