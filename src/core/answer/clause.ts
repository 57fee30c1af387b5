import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import { wordsOf, wordsOfReviewed } from '../search/terms.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { Composed } from './composed.ts';
import { holdsFact } from './holds-fact.ts';
import type { Library } from './library.ts';
import { sentencesOf } from './sentences.ts';

/** How much of what is asked a clause must tell that the plain answer does not, and how long both may be together. */
const leastNew = 0.3;
const mostChars = 480;

/**
 * The plain answer of an article with the one clause of its text that tells what is asked and what the plain answer
 * passes over ("chuẩn bị a-xít" in the article on bodily harm).
 */
export function withClause(composed: Composed, passage: Passage, question: Question, library: Library): Composed {
  if (composed.outcome === 'decline' || passage.facts.kind !== 'article') return composed;
  const asked = [...new Set(question.content.map((word) => word.folded))];
  const whole = weight(asked, library);
  const said = composed.text === passage.say ? readOf(passage).say : spoken(composed.text);
  const open = asked.filter((word) => !said.includes(` ${word} `));
  if (whole === 0 || weight(open, library) / whole < leastNew) return composed;
  const wanted = wantedFact(question.asked);
  let best: { clause: string; gain: number } | null = null;
  for (const { clause, row } of readOf(passage).clauses) {
    if (wanted !== null && !holdsFact(clause, wanted)) continue;
    const gain = weight(
      open.filter((word) => row.includes(` ${word} `)),
      library,
    );
    if (best === null || gain > best.gain) best = { clause, gain };
  }
  if (best === null || best.gain / whole < leastNew) return composed;
  const text = `${composed.text}\n${best.clause}`;
  return text.length > mostChars ? composed : { ...composed, text };
}

/** "Đó có thể là tội loạn luân": the name of the crime, where it is asked for and the answer does not say it. */
export function withCrime(composed: Composed, passage: Passage, question: Question): Composed {
  const crime = /^Tội (.+)$/u.exec(passage.title)?.[1];
  if (crime === undefined || composed.outcome === 'decline') return composed;
  if (!/\b(?:toi|toi danh) (?:gi|nao|j)\b|\bgoi la (?:toi )?gi\b/.test(question.folded)) return composed;
  if (fold(composed.text).includes(fold(crime))) return composed;
  return { ...composed, text: `Việc này có thể là tội ${crime}.\n${composed.text}` };
}

/** "Điều này có 5 khoản: …": what a list is announced with, which says nothing beside one of its parts. */
const announcing = /^(?:Khoản \d+|Điều này|Luật)\s[^:;]*:\s+/u;

/** The sentences of a text, those of a list by its parts; what stands in brackets is no list of its own. */
function clausesOf(text: string): string[] {
  return sentencesOf(text)
    .flatMap((sentence) =>
      sentence.length > 160 ? sentence.replace(announcing, '').split(/;\s+(?![^()]*\))/) : [sentence],
    )
    .map(closed);
}

function closed(clause: string): string {
  const text = clause.charAt(0).toLocaleUpperCase('vi') + clause.slice(1);
  return /[.!?)]$/.test(text) ? text : `${text}.`;
}

/** A passage's plain answer and the clauses of its text, each with its folded words between blanks. */
type Read = { say: string; clauses: Array<{ clause: string; row: string }> };
const reads = new WeakMap<Passage, Read>();

/** Read when first wanted, and kept: a passage does not change. */
function readOf(passage: Passage): Read {
  const before = reads.get(passage);
  if (before) return before;
  const clauses = clausesOf(passage.text).map((clause) => ({ clause, row: rowOf(wordsOfReviewed(clause)) }));
  const read = { say: rowOf(wordsOfReviewed(passage.say)), clauses };
  reads.set(passage, read);
  return read;
}

function spoken(text: string): string {
  return rowOf(wordsOf(text));
}

function rowOf(words: Token[]): string {
  return ` ${words.map((word) => word.folded).join(' ')} `;
}

function weight(words: string[], library: Library): number {
  return words.reduce((sum, word) => sum + library.tellsOf(word), 0);
}
