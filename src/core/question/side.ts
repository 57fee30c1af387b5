import type { Token } from '../vietnamese/normalise.ts';

/** Of whom a text speaks, when it speaks of one side only. */
export type Side = 'men' | 'women';

const men = /^(?:nam|chồng|bố|cha|ông|trai)$/;
const women = /^(?:nữ|vợ|mẹ|bà|gái)$/;
/** Without diacritics "nam" is mostly a year and "bo" mostly to leave: only pairs and sure words count. */
const menBare = /^chong$/;
const womenBare = /^(?:nu|vo)$/;
const menPair = /\b(?:dan ong|nam gioi|con trai|bo de)\b/;
const womenPair = /\b(?:dan ba|phu nu|con gai|chi em|me de)\b/;

/** The one side a text names, by sex; `null` when it names neither or both. */
export function sideOf(spoken: Token[]): Side | null {
  const words = spoken.filter((_, at) => !namesTheUnion(spoken, at));
  const folded = words.map((word) => word.folded).join(' ');
  const bare = words.every((word) => word.raw === word.folded);
  const names = (marked: RegExp, plain: RegExp, pair: RegExp) =>
    pair.test(folded) || words.some((word) => (bare ? plain.test(word.folded) : marked.test(word.raw)));
  const ofMen = names(men, menBare, menPair);
  const ofWomen = names(women, womenBare, womenPair);
  if (ofMen === ofWomen) return null;
  return ofMen ? 'men' : 'women';
}

/** The Women's Union helps everybody: its name tells no side. */
function namesTheUnion(words: Token[], at: number): boolean {
  const before = [words[at - 2]?.folded, words[at - 1]?.folded, words[at]?.folded].join(' ');
  return before === 'hoi phu nu' || before === 'hiep phu nu';
}
