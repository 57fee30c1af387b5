import type { Token } from '../vietnamese/normalise.ts';

/** Words after which the name of a people stands; "con dao" is a knife, "người dao" is not. */
const before: ReadonlySet<string> = new Set(['nguoi', 'toc', 'tieng', 'gai', 'trai', 'bao', 'ba con']);

/** Peoples of the mountains as they are typed, folded; the longest first. */
const names = [
  'xa pho',
  'phu la',
  'ha nhi',
  'la chi',
  'bo y',
  'kho mu',
  'h mong',
  'hmong',
  'mong',
  'dao',
  'tay',
  'giay',
  'nung',
  'thai',
  'muong',
  'kinh',
].map((name) => name.split(' '));
const branches: ReadonlySet<string> = new Set(['do', 'tuyen', 'trang', 'den', 'hoa', 'xanh']);

/**
 * The words without the names of peoples. Whom somebody belongs to is no sign of harm, and must not look like one to what
 * learns from examples.
 */
export function withoutPeoples(words: Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = peopleAt(words, at);
    if (length === 0) kept.push(words[at] as Token);
    else at += length - 1;
  }
  return kept;
}

/** How many words name a people here; 0 for none. */
function peopleAt(words: Token[], at: number): number {
  const folded = (place: number) => words[place]?.folded ?? '';
  const led = before.has(folded(at - 1)) || before.has(`${folded(at - 2)} ${folded(at - 1)}`);
  if (!led) return 0;
  const name = names.find((one) => one.every((word, nth) => folded(at + nth) === word));
  if (!name) return 0;
  return name.length + (branches.has(folded(at + name.length)) ? 1 : 0);
}
