import type { Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import type { Composed } from './composed.ts';

/** "Yêu sách của cải là gì" → "Yêu sách của cải". */
const definition = /^(.+?) là gì\??$/u;

/** The answer of a definition led by the term it defines: "Là đòi tiền …" → "Yêu sách của cải là đòi tiền …". */
export function withTerm(composed: Composed, { title }: Passage): Composed {
  const term = definition.exec(title)?.[1];
  if (term === undefined || composed.outcome === 'decline') return composed;
  const rest = /^Là (?=\p{Ll})/u.exec(composed.text);
  if (rest) return { ...composed, text: `${term} là ${composed.text.slice(rest[0].length)}` };
  return matchable(composed.text).includes(matchable(term).trim())
    ? composed
    : { ...composed, text: `${term}: ${composed.text}` };
}
