import { casedLike } from './case.ts';
import { eitherWay, englishGlue, notTelex } from './english.ts';
import { type Restored, readTelex, readVni } from './telex.ts';

const word = /(?<![\p{L}\p{N}./@-])[\p{L}\d]{2,14}(?![\p{L}\p{N}@/])/gu;
const hint = /[sfrxjw](?![\p{L}])|[aeiouyăâêôơư][sfrxjw]|dd|aa|ee|oo|\p{L}\d/iu;

type Read = Restored & { vni: boolean; evidence: boolean };

/**
 * Telex and VNI keystrokes left in the text made into letters. A token that nothing else is written like is always
 * read; one that may be a plain word ("las", "lop2") only beside such tokens.
 */
export function restoreLeftovers(text: string): string {
  if (!hint.test(text)) return text;
  const tokens = text.match(word) ?? [];
  const reads = new Map<string, Read>();
  for (const token of tokens) {
    const lower = token.toLowerCase();
    if (reads.has(lower)) continue;
    const read = readToken(lower);
    if (read) reads.set(lower, read);
  }
  if (reads.size === 0) return text;
  const english = tokens.some((token) => englishGlue.has(token.toLowerCase()));
  const all = [...reads.values()];
  const strong = (vni: boolean) => all.some((one) => one.strong && one.vni === vni);
  const weak = (vni: boolean) => all.filter((one) => one.evidence && !one.strong && one.vni === vni).length;
  const telex = strong(false) || (!english && weak(false) >= 2 && weak(false) * 3 >= tokens.length);
  const vni = strong(true) || (weak(true) >= 3 && weak(true) * 2 >= tokens.length);
  return text.replace(word, (token) => {
    const read = reads.get(token.toLowerCase());
    if (!read || !(read.strong || (read.vni ? vni : telex))) return token;
    return casedLike(read.word, token);
  });
}

function readToken(lower: string): Read | null {
  if (/\d/.test(lower)) {
    const read = readVni(lower);
    return read && { ...read, vni: true, evidence: true };
  }
  if (notTelex.has(lower) && !eitherWay.has(lower)) return null;
  const read = readTelex(lower);
  return read && { ...read, vni: false, evidence: !eitherWay.has(lower) };
}
