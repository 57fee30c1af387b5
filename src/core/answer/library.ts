import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import { type Names, namesOf } from '../question/understand.ts';
import { indexPassages, type PassageIndex } from '../search/index-passages.ts';
import { dimensionOf, wordsOf } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** The knowledge as answering needs it: indexed, with look-ups made once at start. */
export type Library = {
  knowledge: Knowledge;
  index: PassageIndex;
  names: Names;
  /** Folded words of a passage in all its fields. */
  wordsOf: Map<string, ReadonlySet<string>>;
  /** The phrasings of a passage as word sequences. */
  phrasings: Map<string, Token[][]>;
  /** Everyday phrases (matchable form) and what they stand for. */
  glossary: Array<{ say: string[]; means: Token[][] }>;
  /** Passages by document, then locator. */
  places: Map<string, Map<string, Passage[]>>;
  /** How telling a folded word is; the rarest for a word never seen. */
  tellsOf: (folded: string) => number;
};

export function makeLibrary(knowledge: Knowledge): Library {
  const passages = [...knowledge.passages.values()].filter(
    (one) => one.facts.kind !== 'commune' && one.facts.kind !== 'act',
  );
  const index = indexPassages(
    passages.map((one) => ({
      id: one.id,
      title: one.title,
      document: documentWords(knowledge, one),
      body: one.text,
      ask: one.ask,
    })),
  );
  const rarest = Math.max(1, ...index.idf.values());
  const places = new Map<string, Map<string, Passage[]>>();
  for (const one of passages) {
    if (one.facts.kind === 'card' || one.facts.kind === 'unknown') continue;
    const document = places.get(one.document) ?? new Map<string, Passage[]>();
    document.set(one.locator, [...(document.get(one.locator) ?? []), one]);
    places.set(one.document, document);
  }
  return {
    knowledge,
    index,
    names: namesOf(knowledge),
    wordsOf: new Map(
      passages.map((one) => [
        one.id,
        new Set(
          wordsOf([one.title, documentWords(knowledge, one), one.text, ...one.ask].join(' . ')).map(
            (word) => word.folded,
          ),
        ),
      ]),
    ),
    phrasings: new Map(passages.map((one) => [one.id, [...one.ask, one.title].map(wordsOf)])),
    glossary: knowledge.glossary.map((entry) => ({ say: entry.say.map(matchable), means: entry.means.map(wordsOf) })),
    places,
    tellsOf: (folded) => index.idf.get(dimensionOf(folded)) ?? rarest,
  };
}

function documentWords(knowledge: Knowledge, passage: Passage): string {
  const document = knowledge.documents.get(passage.document);
  return [document?.short ?? passage.document, passage.locator].join(' ');
}
