/** Other countries by names that are no everyday words when folded, and the regions across the border. */
const country =
  '(?:trung quoc|thai lan|campuchia|cam pu chia|han quoc|trieu tien|nhat ban|dai loan|malaysia|singapore|hong kong|hoa k[iy]|an do|myanmar|mien dien|philippines?|indonesia|van nam|quang tay|thuy dien|na uy|phan lan|dan mach|bac au|chau (?:au|a|phi|my)|a rap|iran|afghanistan|canada|bra[xz]in|tay ban nha|(?:nuoc|ben|o|tai) lao(?! (?:cai|dong))|(?:nuoc|ben|luat(?: ben)?|o) (?:my|uc|nhat|thai|han|duc|tau)(?! \\S+ cua)|nuoc (?:anh|phap|nga|y))';
const lawOf = new RegExp(`\\b(?:luat|phap luat|luat phap|quy dinh)(?: cua| ben| o| nuoc)* ${country}\\b`);
const lawOnThere = new RegExp(
  `\\b(?:luat|bo luat) (?:lao dong|hon nhan|hon nhan gia dinh|hon nhan va gia dinh|gia dinh|hinh su|bao hiem|binh dang gioi|phong chong bao luc gia dinh)(?: cua| ben| o| nuoc)* ${country}`,
);
const planOf = new RegExp(
  `\\b(?:chien luoc|ke hoach|chuong trinh|muc tieu|chi tieu)(?: \\S+){0,6}? (?:cua|ben|o)(?: nuoc)? ${country}\\b`,
);
const lawThere = /\bluat (?:my|uc|nhat|thai|han|duc|tau|lao)(?! dong)\b/;
/** Who lives there, or the country itself, at the head of what is said of it. */
const there = new RegExp(
  `^(?:(?:phu nu|dan ong|nguoi|vo chong|con gai|ba me) )?(?:(?:ben|o|tai|nuoc)(?: nuoc)? )?${country}\\b`,
);
const anywhere = new RegExp(`\\b(?:ben|o|tai|nuoc)(?: nuoc)? ${country}(?: ben (?:do|ay))?\\b`);
const asksRule =
  /\b(?:phat|may tuoi|bao nhieu tuoi|tuoi nghi huu|ket hon|li hon|lay (?:chong|vo)|co duoc|duoc (?:khong|phep)|di tu|may nam|quyen|nghi huu|thai san|co luat|ve huu|cam|bao nhieu|may (?:thang|t)|nghi may|binh dang)\b/;
/** Somebody from here who is there: our law has rules for them. */
const ofOurs =
  /\b(?:toi|em|minh|chau|con (?:gai|trai) (?:toi|em|minh|nha|bi|di|o)|con (?:sinh|de)|nguoi (?:viet|minh)|viet nam|vn|theo luat (?:nuoc )?nao|lua|bi ban|ban sang|mua ban|buon|dua sang|di lam|xuat khau|(?:chong|vo|con|bo|me) (?:dang |hien |cung )?o|ve nuoc|tro ve|ve que|nan nhan|voi nguoi|dai su|lanh su|lay (?:chong|vo) (?:nguoi |o )?(?:trung|thai|han|nhat|dai|my|uc|duc|tau|lao|nuoc))\b/;
const ofOurPlan = /\b(?:ke hoach|chi tieu|muc tieu)\b/;

/** Whether the folded question asks what the law or a plan of another country is. */
export function asksForeignLaw(folded: string): boolean {
  if (ofOurs.test(folded)) return false;
  if (planOf.test(folded)) return true;
  const isThere = there.test(folded) || anywhere.test(folded);
  return (
    (lawOf.test(folded) || lawOnThere.test(folded) || lawThere.test(folded) || (isThere && asksRule.test(folded))) &&
    !ofOurPlan.test(folded)
  );
}

/** How countries stand beside one another. */
const world =
  /\b(?:xep|dung|hang)(?: (?:hang|thu))? (?:may|bao nhieu|thu may)\b.*\b(?:the gioi|chau a|asean|dong nam a|khu vuc)\b|\b(?:the gioi|lien hop quoc|asean|chau a|chau au) (?:\S+ ){0,5}(?:bao nhieu|may|nhung) nuoc\b|\b(?:bao nhieu|may|nhung) nuoc (?:\S+ ){0,6}(?:the gioi|cong uoc|cedaw|k[iy]|tham gia)\b|\bnuoc nao (?:\S+ ){0,6}(?:nhat|dau tien|hon)\b|\b(?:the gioi|toan cau) (?:co|hien|dang) (?:bao nhieu|may)\b/;

/** Whether the folded question asks for figures of the world. */
export function asksOfWorld(folded: string): boolean {
  return world.test(folded);
}
