import { figuresCited } from '../answer/stray-figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import { makeReader } from '../search/terms.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { factsOf, type NumberFact } from './number-facts.ts';

/** What the passages that a sentence rests on establish, read once for all checks. */
export type Evidence = {
  passages: Passage[];
  clauses: Clause[];
  /** Words as written, lower case. */
  words: Set<string>;
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
  const read = makeReader();
  const clauses = passages.flatMap(({ title, say, more, text, locator, document }) => {
    const short = knowledge.documents.get(document)?.short ?? '';
    return [`${title}. ${say}`, `${title}. ${text}`, more ?? '', `${locator} ${short} ${document}`].flatMap((one) =>
      clausesOf(one, read),
    );
  });
  const cites = passages.flatMap((one) => one.cites);
  const places = cites.map(({ document, locator }) => {
    const known = knowledge.documents.get(document);
    return `${locator} ${document} ${known?.short ?? ''} ${known?.title ?? ''}`;
  });
  return {
    passages,
    clauses,
    words: new Set(
      [...clauses, ...places.flatMap((one) => clausesOf(one, read))].flatMap((one) =>
        one.words.map((word) => word.raw),
      ),
    ),
    text: matchable([...clauses.map((one) => one.text), ...places].join(' | ')),
    figures: figuresCited(cites, knowledge),
    numbers: factsOf(clauses),
    documents: new Set([...cites.map((one) => one.document), ...passages.map((one) => one.document)]),
  };
}
