import type { Knowledge } from '../knowledge.ts';
import { matchable } from '../question/names.ts';
import type { Evidence } from './evidence.ts';

const place =
  /(?<!\p{L})(điều|khoản|điểm|mục tiêu|chỉ tiêu|mục|chương|phần|phụ lục)\s+(?:số\s+)?(\d+[\p{L}\d.]*|[IVX]+(?:\.\d+)*|(?<=điểm\s)[a-zđ](?!\p{L}))/giu;
const act = /\d+\/(?:\d{4}\/)?\p{Lu}{2}[\p{L}\d-]*/gu;
const capital = '(?<![\\p{L}\\d/-])\\p{Lu}[\\p{L}\\p{M}]*(?![\\d/-])';
const capitals = new RegExp(`${capital}(?:\\s+${capital})*`, 'gu');

/** Whether every place in a document that the sentence names is one that the evidence names or stands at. */
export function namesKnownPlaces(sentence: string, { text }: Evidence): boolean {
  return [...sentence.matchAll(place)].every(([, kind, number]) => text.includes(matchable(`${kind} ${number}`)));
}

/**
 * Whether every act, agency and other proper name of the sentence occurs in the evidence: by number, by a name that the
 * knowledge has for it, or as it is written.
 */
export function namesKnownThings(sentence: string, evidence: Evidence, knowledge: Knowledge): boolean {
  const said = matchable(sentence);
  const held = (name: string) => evidence.text.includes(matchable(name));
  if ((sentence.match(act) ?? []).some((number) => !held(number))) return false;
  for (const { number, short, title, aliases } of knowledge.documents.values()) {
    const names = [short, title, ...aliases].filter((one) => matchable(one).trim().includes(' '));
    if (evidence.documents.has(number) || names.some(held)) continue;
    if (names.some((name) => said.includes(matchable(name)))) return false;
  }
  for (const { name, aliases } of knowledge.agencies) {
    const names = [name, ...aliases].filter((one) => matchable(one).trim().includes(' '));
    if (names.some((one) => said.includes(matchable(one))) && !names.some(held)) return false;
  }
  return [...sentence.matchAll(capitals)].every((found) => {
    const opens =
      /^\P{L}*$/u.test(sentence.slice(0, found.index)) || /[.:!?]\s*$/u.test(sentence.slice(0, found.index));
    const name = opens && !found[0].includes(' ') ? '' : found[0];
    if (name === '' || held(name)) return true;
    // The first word of a sentence is capital whatever it is.
    return opens && held(name.replace(/^\S+\s+/u, ''));
  });
}
