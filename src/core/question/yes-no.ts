/**
 * What a yes to a question would mean: that something is wrong or punished, lawful, allowed, demanded, or simply so.
 * A yes that was written for one of them is no answer to another.
 */
export type Frame = 'wrong' | 'lawful' | 'allowed' | 'demanded' | 'so';

/**
 * A yes/no question. `negated` when it asks whether something is not so ("không bị phạt đúng không"), `only` when
 * whether it is so in that case alone ("phải đánh nhiều lần mới là bạo lực đúng không").
 */
export type YesNo = { frame: Frame; negated: boolean; only: boolean };

/** Whether a yes to one would mean the same as a yes to the other. */
export function isSameYes(one: YesNo | null, other: YesNo | null): boolean {
  return one?.frame === other?.frame && one?.negated === other?.negated && one?.only === other?.only;
}

/** What may stand inside a tag: "đúng vậy không", "phải như thế không". */
export const thus = '(?:(?:nhu )?(?:vay|the) )?';

const particles = /(?: (?:a|nhe|vay|the|ban|ad|em|oi|roi|nua|thua|chi|anh|co|bac|hen|ta|day|luon|gi))+$/;
const asks = new RegExp(
  `\\b(?:khong|chua|chu)$|\\b(?:phai|dung|duoc) ${thus}(?:khong|chua)\\b|\\bco (?:phai|dung|that)\\b|\\bco .+ khong\\b`,
);
const tag = new RegExp(
  `\\b(?:phai|dung) ${thus}(?:khong|chua|ha|vay)$|\\b(?:phai|dung) ${thus}khong\\b|\\b(?:a|ha|nhi)$`,
);
const wantsMore = /\b(?:bao nhieu|may|gi|ai|o dau|nao|sao|bao lau)\b/;

/** "Có phải hộ nghèo mới được …": what is asked is whether that is demanded, not what for. */
const whatFor = /^(.*\b(?:bat buoc|can|phai)\b.*?) (?:thi )?moi (?:duoc|co|nhan|huong|lam|xin)\b.*$/;

/** What the question's last predicate is about; the last match in the message tells. */
const frames: ReadonlyArray<readonly [Frame, RegExp]> = [
  ['lawful', /\b(?:dung (?:luat|phap luat|quy dinh)|hop phap|duoc phep khong|(?:khong|chang) sao)\b/g],
  [
    'wrong',
    /\b(?:vi pham|trai (?:luat|phap luat|phap)|pham (?:luat|phap|toi)|sai(?: luat| trai)?|co toi|bi (?:phat|tu|xu l[iy]|xu phat|cam|di tu|bat|k[iy] luat|duoi|truy cuu|khoi to|nghiem cam)|di tu|ngoi tu|xu l[iy] hinh su|bao luc(?: gia dinh| hoc duong)?|luat (?:\S+ ){0,3}cam)\b/g,
  ],
  ['demanded', /\b(?:bat buoc|(?:co )?(?:phai|can) (?!la\b|khong\b|bao luc|vi pham))/g],
  ['allowed', /\b(?:duoc|co quyen|co the|cho phep)\b/g],
];

const inThatCaseAlone =
  /\b(?:phai|chi|khi|luc|tu|co)\b.*\bmoi (?:\S+ )?(?:la|tinh|bi|duoc|coi|goi|xem|xu|phat|cam)\b.*\b(?:phai|dung) (?:nhu )?(?:(?:vay|the) )?(?:khong|chua|ha|vay)$/;

/** Reads a folded question; `null` when it is not answered by yes or no. */
export function yesNoOf(folded: string): YesNo | null {
  const text = folded.replace(particles, '');
  if (!asks.test(text) && (wantsMore.test(text) || !tag.test(folded))) return null;
  // What follows a tag, and the tag itself, is no predicate: "… phải không", "…, đúng không".
  const claim = text
    .replace(/(?: co)? (?:phai|dung)(?: nhu)?(?: (?:vay|the))?(?: (?:khong|chua|ha|vay))$/, '')
    .replace(/ (?:khong|chua)$/, '');
  const asked = claim.replace(whatFor, '$1');
  let last: { frame: Frame; at: number } = { frame: 'so', at: -1 };
  for (const [frame, pattern] of frames)
    for (const found of asked.matchAll(pattern)) if (found.index > last.at) last = { frame, at: found.index };
  const before = last.at < 0 ? asked : asked.slice(0, last.at).trimEnd();
  // Of what is demanded, that it is so in that case alone is the question itself.
  const only = last.frame !== 'demanded' && inThatCaseAlone.test(text);
  return { frame: last.frame, negated: /\b(?:khong|chang|chua)$/.test(before), only };
}
