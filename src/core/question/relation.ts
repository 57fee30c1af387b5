/** Who stands in the matter to whom, where rules differ by it. */
export type Relation = 'spouse' | 'former' | 'partner' | 'helper';

const patterns: ReadonlyArray<readonly [Relation, RegExp]> = [
  ['former', /\b(?:vo|chong|vk|ck) cu\b|\b(?:da|sau khi) l[iy] (?:hon|di)\b|\bl[iy] hon roi\b/],
  ['partner', /\b(?:nguoi yeu|ban trai|ban gai|bo cu|ny)\b/],
  ['helper', /\b(?:giup viec|osin|o sin)\b/],
  ['spouse', /\b(?:vo|chong|vk|ck)\b(?! cu\b)/],
];

/** The relations a folded text names; empty when it names none. */
export function relationsIn(folded: string): Set<Relation> {
  return new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([relation]) => relation));
}

/** Whether both name somebody, and nobody alike: "chồng đánh" is not answered by the rule on people who only date. */
export function areOthers(one: ReadonlySet<Relation>, other: ReadonlySet<Relation>): boolean {
  return one.size > 0 && other.size > 0 && [...one].every((relation) => !other.has(relation));
}
