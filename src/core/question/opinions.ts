const who =
  '(?:ai|ben nao|nguoi nao|cach nao|cai nao|dan nao|dan ong|dan ba|phu nu|nam gioi|con trai|con gai|vo|chong)';
const better =
  '(?:gioi|thong minh|kho|suong|do kho|thuong vo|thuong con|cham|cham chi|dam dang|chung thuy|khon|hanh phuc|dang thuong)';
/** What is done in life as one likes, not as a rule says. */
const ownChoice =
  '(?:bo (?:chong|vo|nhau)|tin|yeu|lay|cuoi|tha thu|quay lai|ly than|li than|o vay|de con|sinh con|de them|song thu|chia tay|di buoc nua|cho con gai hoc|cho con hoc|dat ten)';
const rule = '(?:luat|bo luat|nghi dinh|muc phat|muc an|quy dinh|ke hoach|chinh sach)';
const judgement =
  '(?:thien vi|bat cong|nhe qua|nang qua|nang tay|nhe tay|vo l[iy]|lac hau|hop l[iy]|kha thi|hinh thuc|hay|tot|on)';
const yesNo = '(?:khong|ko|k|chua|hay khong|hay)';
const machine = '(?:bot|ad|admin)';
const end = '(?: (?:vay|the|a|ad|nhi|ha|ta|nhe|bot|ban|em|chi|anh))*$';

const patterns: readonly RegExp[] = [
  new RegExp(`\\b(?:co nen|nen hay khong nen) ${ownChoice}\\b`),
  new RegExp(`^nen ${ownChoice}\\b|\\b(?:thi|chi|cu) nen ${ownChoice}\\b.*\\b(?:gi|nao|hay)\\b`),
  /\bnen (?:lay|cuoi|yeu) (?:vo|chong|nguoi)?.*\b(?:nao|hay|gi)\b/,
  new RegExp(`\\b${who}\\b(?: \\S+){0,7} ${better} hon\\b`),
  new RegExp(`\\b${rule}\\b(?: \\S+){0,10} (?:co |la )?(?:qua )?${judgement}(?: qua| lam)? ${yesNo}${end}`),
  new RegExp(
    `\\by (?:kien )?(?:cua )?${machine}\\b|\\btheo (?:y )?${machine} (?:thi )?(?:\\S+ ){0,12}(?:hon|the nao|sao|nen|hay)\\b`,
  ),
  /\bco nen lam (?:chu tich|lanh dao|giam doc|truong thon|bi thu|can bo|bo truong|cong an|bo doi)\b/,
  /(?<!\b(?:hop|thon|lang|o|trong|cua|ca) )\b(?:ban|bot|ad) (?:thay(?! (?:chong|vo|con|cho|mat|the)\b)|nghi(?! (?:viec|lam|thai|huu|om)\b)|danh gia|thich(?! nguoi\b)|ung ho)\b.*\b(?:the nao|sao|gi|hay|khong)\b/,
];
/** Whoever asks whether something is lawful asks for the rule, whatever they say of themselves. */
const ofLaw =
  /\b(?:luat co cho|dung luat|trai luat|hop phap|vi pham|pham luat|bi phat|co (?:bi )?toi|co quyen|duoc phep|bao cong an|to cao|bi (?:danh|bao luc|ban|ep|doa|bo)|(?:chong|vo) danh|(?:danh|doa|ep|chui) (?:toi|em|minh|vo|con))\b/;

/** Whether the folded question asks what one thinks of something, or how to choose in one's own life. */
export function asksOpinion(folded: string): boolean {
  return !ofLaw.test(folded) && patterns.some((pattern) => pattern.test(folded));
}
