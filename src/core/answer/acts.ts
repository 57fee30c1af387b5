import type { Question } from '../question/understand.ts';
import { type Candidate, inPlaceOf } from './candidate.ts';
import { subjectOf } from './follow.ts';
import type { Library } from './library.ts';
import { widen } from './subjects.ts';

/** Below this share of the act's words in a passage's title and phrasings, and this likeness, it is about another act. */
const leastNamed = 0.5;
const leastLike = 0.6;
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
  if (named(best.passage.id) >= leastNamed || best.likeness >= leastLike) return candidates;
  const of = candidates.filter((one) => one.near >= nearEnough && named(one.passage.id) >= wellNamed);
  const [first] = of;
  return first ? [inPlaceOf(first, best), ...of.slice(1)] : [];
}

/** How much of the question's subject a passage's title and phrasings name, by how telling the words are. */
function shareNamed(question: Question, library: Library): (id: string) => number {
  const others = new Map(widen(question, library).subjects.map((one) => [one.word, one.others]));
  const subject = subjectOf(question).map((word) => word.folded);
  return (id) => {
    const key = library.entries.get(id)?.asked ?? new Set<string>();
    let met = 0;
    let asked = 0;
    for (const word of subject) {
      const tells = library.tellsOf(word);
      asked += tells;
      if (key.has(word) || (others.get(word) ?? []).some((other) => key.has(other))) met += tells;
    }
    return asked === 0 ? 1 : met / asked;
  };
}
