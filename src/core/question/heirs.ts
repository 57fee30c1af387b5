/** Who stands in the first row beside somebody who died, as a message tells it. */
export type Heirs = {
  /** Who is left of husband and wife; `null` when there is nobody. */
  spouse: 'husband' | 'wife' | null;
  children: number;
  /** How many of the parents of the person who died are alive; `null` when the message does not say. */
  parents: number | null;
};

const words: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const number = `(\\d{1,2}|${Object.keys(words).join('|')})`;

const gone = '(?:da |vua |moi |deu |cung |bi )?(?:mat|chet|qua doi|khuat)(?! (?:may|bao|tien|trom|giay))';
const whose = '(?: (?:toi|em|minh|chau|de|ruot|tao|ban|chi|anh))?';
const parent = '(?:me|ma|bo|cha|ba|thay|tia)';

/** Husband or wife, mother or father who died: whom the others are told from. */
const dead: ReadonlyArray<readonly [Heirs['spouse'], RegExp, RegExp]> = [
  ['husband', new RegExp(`\\b(?<!(?:bo|cha|ba|vo|ong) )(?:me|ma)${whose} ${gone}`), /\b(?:bo|cha|tia|chong|ba)\b/],
  ['wife', new RegExp(`\\b(?<!(?:ong|me|thu|hai|nha) )(?:bo|cha|ba|tia)${whose} ${gone}`), /\b(?:me|ma|vo)\b/],
  ['wife', new RegExp(`\\b(?<!vo )chong${whose} ${gone}`), /\b(?:toi|em|minh|vo|chi|con lai)\b/],
  ['husband', new RegExp(`\\bvo${whose} ${gone}`), /\b(?:toi|anh|minh|chong|em)\b/],
];
const bothDead = new RegExp(`\\b(?:bo me|cha me|ba ma|ca (?:bo|cha) va me|hai vo chong)${whose} ${gone}`);
const grandparents =
  /\b(?:ong ba (?:noi|ngoai)|(?:bo|cha) me (?:chong|vo|de (?:cua )?(?:me|bo|chong|vo|ong|anh|chi))|ong ba)\b/;
const grandparent = /\b(?:ba|ong) (?:noi|ngoai)\b|\b(?:me|bo|cha) (?:gia|chong)\b/;

/** The same of grandparents, whose own parents nobody speaks of. */
const elders: typeof dead = [
  ['wife', new RegExp(`\\b(?<!ba )ong(?: (?:noi|ngoai))?${whose} ${gone}`), /\bba\b/],
  ['husband', new RegExp(`\\b(?<!ong )ba (?:noi|ngoai)${whose} ${gone}`), /\bong\b/],
];
/** Who died before the one whose estate is shared leaves a part to their own children, which is not reckoned here. */
const beforehand = /\b(?:mat|chet) truoc\b|\b(?:chau (?:noi|ngoai)|the vi)\b/;

/** Reads a folded message; `null` when it does not say clearly who died and who is left. */
export function heirsIn(folded: string): Heirs | null {
  const children = childrenIn(folded);
  if (children === null || beforehand.test(folded)) return null;
  const parents = parentsIn(folded);
  if (bothDead.test(folded)) return { spouse: null, children, parents };
  for (const [spouse, died, left] of dead) {
    const found = died.exec(folded);
    if (!found) continue;
    const rest = `${folded.slice(0, found.index)} ${folded.slice(found.index + found[0].length)}`.replace(
      new RegExp(`${grandparents.source}|${grandparent.source}`, 'g'),
      ' ',
    );
    // "Bố cũng mất rồi": neither is left.
    if (new RegExp(`\\b${parent}${whose} ${gone}`).test(rest)) return { spouse: null, children, parents };
    return left.test(rest) ? { spouse, children, parents } : null;
  }
  const elder = elders.find(([, died, left]) => died.test(folded) && left.test(folded.replace(died, ' ')));
  return elder ? { spouse: elder[0], children, parents: null } : null;
}

function childrenIn(folded: string): number | null {
  if (/\bkhong co con\b/.test(folded)) return 0;
  const all = new RegExp(
    `\\b${number} (?:(?:dua|nguoi) con(?! (?:trai|gai))|con(?! (?:trai|gai))|dua|anh chi em|anh em|chi em)\\b`,
  ).exec(folded)?.[1];
  if (all !== undefined) return countOf(all);
  const each = [...folded.matchAll(new RegExp(`\\b${number} (?:dua |nguoi )?(?:con )?(?:trai|gai)\\b`, 'g'))];
  return each.length === 0 ? null : each.reduce((sum, one) => sum + countOf(one[1] ?? ''), 0);
}

function parentsIn(folded: string): number | null {
  const found = grandparents.exec(folded) ?? grandparent.exec(folded);
  if (!found) return null;
  const after = folded.slice(found.index + found[0].length);
  if (new RegExp(`^ ${gone}`).test(after)) return 0;
  return grandparents.test(found[0]) ? 2 : 1;
}

function countOf(typed: string): number {
  return words[typed] ?? Number(typed);
}
