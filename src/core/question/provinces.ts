import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** A province or city as people may name it. `everyday`: its name is said of other things as well. */
export type ProvinceName = { name: string; raw: string[]; folded: string[]; everyday: boolean };

/** Names of provinces, read for finding them in a message. */
export function readProvinces(names: readonly string[], everyday: readonly string[]): ProvinceName[] {
  return names.map((name) => ({
    name,
    raw: name.toLocaleLowerCase('vi').split(' '),
    folded: fold(name).split(' '),
    everyday: everyday.includes(name),
  }));
}

/** Everyday words count as a name after a word for a province only. */
const marker = /^(?:tinh|pho|tp|o|tai|cua|ngoai|duoi|tren)$/;

/** The provinces a message names, as written in full; `home` are not among them. */
export function otherProvinces(words: Token[], names: readonly ProvinceName[], home: readonly string[]): string[] {
  const here = new Set(home.map(fold));
  return names
    .filter((one) => !here.has(fold(one.name)) && words.some((_, at) => standsAt(words, at, one)))
    .map(({ name }) => name);
}

/** Positions of the words that name a province: they say where, not what. */
export function provinceWords(words: Token[], names: readonly ProvinceName[]): Set<number> {
  const found = new Set<number>();
  words.forEach((_, at) => {
    for (const one of names)
      if (standsAt(words, at, one)) for (let offset = 0; offset < one.raw.length; offset++) found.add(at + offset);
  });
  return found;
}

function standsAt(words: Token[], at: number, { raw, folded, everyday }: ProvinceName): boolean {
  if (!folded.every((part, offset) => words[at + offset]?.folded === part)) return false;
  const typed = words.slice(at, at + raw.length);
  const marked = typed.some((word) => word.raw !== word.folded);
  if (marked && !typed.every((word, offset) => word.raw.normalize('NFC') === raw[offset]?.normalize('NFC')))
    return false;
  // A message that begins with the name as written speaks of the place.
  return !everyday || (marked && at === 0) || marker.test(words[at - 1]?.folded ?? '');
}
