/** Other countries by names that are no everyday words when folded, and the regions across the border. */
const country =
  '(?:trung quoc|thai lan|campuchia|cam pu chia|han quoc|nhat ban|dai loan|malaysia|singapore|hong kong|hoa k[iy]|an do|myanmar|mien dien|philippines?|indonesia|van nam|quang tay|(?:nuoc|ben|o|tai) lao(?! (?:cai|dong)))';
const lawOf = new RegExp(`\\b(?:luat|phap luat|luat phap|quy dinh)(?: cua| ben| o| nuoc)* ${country}\\b`);
const there = new RegExp(`^(?:(?:ben|o|tai|nuoc)(?: nuoc)? )?${country}\\b`);
const asksRule =
  /\b(?:phat|may tuoi|bao nhieu tuoi|ket hon|li hon|lay (?:chong|vo)|co duoc|duoc (?:khong|phep)|di tu|may nam|quyen|nghi huu|thai san)\b/;
/** Somebody from here who is there: our law has rules for them. */
const ofOurs =
  /\b(?:toi|em|minh|chau|con (?:gai|trai)|nguoi (?:viet|minh)|viet nam|lua|bi ban|ban sang|ve nuoc|tro ve|nan nhan|voi nguoi|lay (?:chong|vo) (?:nguoi )?(?:trung|thai|han|nhat|dai))\b/;

/** Whether the folded question asks what the law of another country is. */
export function asksForeignLaw(folded: string): boolean {
  return (lawOf.test(folded) || (there.test(folded) && asksRule.test(folded))) && !ofOurs.test(folded);
}
