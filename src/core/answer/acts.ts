import type { Question } from '../question/understand.ts';
import { wordsOf } from '../search/terms.ts';
import { type Candidate, inPlaceOf } from './candidate.ts';
import { subjectOf } from './follow.ts';
import type { Library } from './library.ts';
import { widen } from './subjects.ts';
import { waysOf } from './ways.ts';

/** Below this share of the act's words in a passage's title and phrasings, and this likeness, it is about another act. */
const leastNamed = 0.5;
const leastLike = 0.6;
/** So much trusted, what it does not name is the story around the question. */
const surely = 0.95;
/** A candidate about the act itself, and how near it must come to the best to take its place. */
const wellNamed = 0.7;
const nearEnough = 0.4;

/**
 * Candidates for a question about a penalty (best first) without a penalty of another act in front: "cấm vợ đi họp" is
 * not "cấm vợ đi làm". Empty when nothing near is about the act asked for.
 */
export function ofTheAct(candidates: Candidate[], question: Question, library: Library): Candidate[] {
  const [best] = candidates;
  if (!best || !['fine', 'unknown'].includes(best.passage.facts.kind)) return candidates;
  const named = shareNamed(question, library);
  if (best.trust >= surely || named(best.passage.id) >= leastNamed || best.likeness >= leastLike) return candidates;
  const of = candidates.filter((one) => one.near >= nearEnough && named(one.passage.id) >= wellNamed);
  const [first] = of;
  return first ? [inPlaceOf(first, best), ...of.slice(1)] : [];
}

/**
 * How much of the question's subject a passage's title and the one way of asking nearest to it name, by how telling the
 * words are: the words of all ways together name nearly every act.
 */
function shareNamed(question: Question, library: Library): (id: string) => number {
  const others = new Map(widen(question, library).subjects.map((one) => [one.word, one.others]));
  const subject = subjectOf(question).map((word) => word.folded);
  const asked = subject.reduce((sum, word) => sum + library.tellsOf(word), 0);
  const metBy = (key: ReadonlySet<string>) =>
    subject
      .filter((word) => key.has(word) || (others.get(word) ?? []).some((other) => key.has(other)))
      .reduce((sum, word) => sum + library.tellsOf(word), 0);
  return (id) => {
    const passage = library.knowledge.passages.get(id);
    if (asked === 0 || !passage) return asked === 0 ? 1 : 0;
    const title = wordsOf(passage.title).map((word) => word.folded);
    return (
      Math.max(metBy(new Set(title)), ...waysOf(passage).map((way) => metBy(new Set([...title, ...way.words])))) / asked
    );
  };
}
