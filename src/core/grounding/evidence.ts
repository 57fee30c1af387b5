import { figuresCited } from '../answer/stray-figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Citation, Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import { makeReader } from '../search/terms.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { factsOf, type NumberFact } from './number-facts.ts';
import { type Sentence, sentencesIn } from './retold.ts';

/** What the passages that a sentence rests on establish, read once for all checks. */
export type Evidence = {
  passages: Passage[];
  clauses: Clause[];
  /** What each passage says, sentence by sentence, and the names of the places and acts that it stands for. */
  told: Array<{ sentences: Sentence[]; names: string[] }>;
  /** Whole text, folded and padded, for finding phrases. */
  text: string;
  /** Figures that may be said, as in any other answer. */
  figures: Set<string>;
  numbers: NumberFact[];
  /** Numbers of the acts cited. */
  documents: Set<string>;
};

/**
 * Reads passages as evidence. The ways people ask are left out: they hold what people believe, not what is so.
 */
export function evidenceOf(passages: Passage[], knowledge: Knowledge): Evidence {
  const reader = makeReader();
  const read = passages.map((passage) => {
    const { title, say, more, text, locator, document, cites } = passage;
    const heading = clausesOf(title, reader);
    const bodies = [say, text, more ?? ''].map((one) => clausesOf(one, reader));
    const at = clausesOf(`${locator} ${knowledge.documents.get(document)?.short ?? ''} ${document}`, reader);
    const names = [passage, ...cites].flatMap((one) => namesOf(one, knowledge));
    return { heading, bodies, at, names };
  });
  const clauses = read.flatMap(({ heading, bodies, at }) => [...heading, ...bodies.flat(), ...at]);
  const told = read.map(({ heading, bodies, names }) => {
    const title = heading.flatMap((one) => one.words);
    return { sentences: [...sentencesIn(heading), ...bodies.flatMap((one) => sentencesIn(one, title))], names };
  });
  const places = passages.flatMap(({ cites }) => cites.flatMap((one) => [one.locator, ...namesOf(one, knowledge)]));
  return {
    passages,
    clauses,
    told,
    text: matchable([...clauses.map((one) => one.text), ...places].join(' | ')),
    figures: figuresCited(
      passages.flatMap((one) => one.cites),
      knowledge,
    ),
    numbers: factsOf(clauses),
    documents: new Set(passages.flatMap((one) => [one.document, ...one.cites.map((cite) => cite.document)])),
  };
}

/** The names of a place and its act: "Điều 8 khoản 2" is named as a whole or by its parts. */
function namesOf({ document, locator }: Citation, knowledge: Knowledge): string[] {
  const known = knowledge.documents.get(document);
  const parts = locator.match(/\p{L}+(?: \p{L}+)? [\dIVX.]+|điểm \p{L}(?!\p{L})/giu) ?? [];
  return [locator, document, ...parts, ...(known ? [known.short, known.title, ...known.aliases] : [])];
}
