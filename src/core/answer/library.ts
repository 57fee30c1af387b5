import type { Knowledge } from '../knowledge.ts';
import { type Vocabulary, vocabularyOf } from '../measures/vocabulary.ts';
import type { Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import { type Names, namesOf, type Question } from '../question/understand.ts';
import { type Indexable, indexPassages, type PassageIndex } from '../search/index-passages.ts';
import { makeSecondLook } from '../search/second-look.ts';
import { dimensionOf, makeReader } from '../search/terms.ts';
import { finish, type Steps } from '../steps.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { type Entry, makeEntry } from './entry.ts';
import { type Kin, learnKin } from './kin.ts';
import { termWeight } from './likeness.ts';
import { citingOf } from './roots.ts';
import type { Senses } from './senses.ts';
import { learnStrangeness, type Strangeness } from './strangeness.ts';
import { makeTermsKnown } from './terms-known.ts';

/** The knowledge as answering needs it: indexed, with look-ups made once at start. */
export type Library = {
  knowledge: Knowledge;
  index: PassageIndex;
  names: Names;
  secondLook: ReturnType<typeof makeSecondLook>;
  kin: Kin;
  senses: Senses;
  /** How strange a question sounds to this knowledge. */
  strangeness: (question: Question) => Strangeness;
  /** Every passage read for comparing, by id. */
  entries: Map<string, Entry>;
  /** The numbers of all words and pairs people are known to ask with, and what each counts, by number. */
  terms: ReadonlyMap<string, number>;
  termWeights: Float64Array;
  /** Everyday phrases (matchable form) and what they stand for, by the first word of the phrase. */
  glossary: ReadonlyMap<string, Array<Everyday>>;
  /** Terms that questions without an answer may be counted by; made when first asked for. */
  vocabulary: () => Vocabulary;
  /** Of each document that answers only when it is named, its names in matchable form. */
  keptFor: ReadonlyMap<string, string[]>;
  /** Ids of passages by the article or target they rest on. */
  citing: ReadonlyMap<string, string[]>;
  /** Passages by document, then locator. */
  places: Map<string, Map<string, Passage[]>>;
  /** How telling a folded word is; the rarest for a word never seen. */
  tellsOf: (folded: string) => number;
  /** The highest of `tellsOf`. */
  rarest: number;
  /** Whether any passage has the folded word. */
  heard: (folded: string) => boolean;
};

/** `place`: its order in the glossary. */
export type Everyday = { place: number; phrase: string; means: Token[][] };

export function makeLibrary(knowledge: Knowledge, senses: Senses): Library {
  return finish(libraryInSteps(knowledge, senses));
}

/** The same for whoever has people waiting meanwhile. */
export function* libraryInSteps(knowledge: Knowledge, senses: Senses): Steps<Library> {
  const passages = [...knowledge.passages.values()].filter(
    (one) => one.facts.kind !== 'commune' && one.facts.kind !== 'act',
  );
  const read = makeReader();
  const fields: Indexable[] = [];
  for (const one of passages) {
    fields.push({
      id: one.id,
      group: one.document,
      title: read(one.title),
      document: read(documentWords(knowledge, one)),
      body: read(one.text),
      ask: one.ask.map(read),
    });
    yield;
  }
  const index = indexPassages(fields);
  yield;
  // Not by spreading: a large knowledge has more terms than a call takes arguments.
  const rarest = [...index.idf.values()].reduce((most, one) => Math.max(most, one), 1);
  const places = new Map<string, Map<string, Passage[]>>();
  for (const one of passages) {
    if (['card', 'unknown', 'elsewhere'].includes(one.facts.kind)) continue;
    const document = places.get(one.document) ?? new Map<string, Passage[]>();
    document.set(one.locator, [...(document.get(one.locator) ?? []), one]);
    places.set(one.document, document);
  }
  const terms = makeTermsKnown();
  const entries = new Map<string, Entry>();
  for (const [at, one] of fields.entries()) {
    const passage = passages[at] as Passage;
    entries.set(one.id, makeEntry(passage, { ...one, say: read(passage.say) }, terms, senses));
    yield;
  }
  const kin = learnKin(fields.map(({ id, ask }) => ({ ask, core: entries.get(id)?.core ?? new Set() })));
  yield;
  const tellsOf = tellingWith(index.idf, rarest);
  return {
    knowledge,
    index,
    names: namesOf(knowledge),
    secondLook: makeSecondLook(index),
    entries,
    terms: terms.numbers,
    termWeights: Float64Array.from(terms.numbers.keys(), (term) => termWeight(term, tellsOf)),
    senses,
    kin,
    strangeness: learnStrangeness([...entries.values()], terms.numbers),
    glossary: glossaryOf(knowledge, read),
    vocabulary: vocabularyOf(knowledge),
    keptFor: keptForNamed(knowledge),
    citing: citingOf(passages),
    places,
    rarest,
    heard: (folded) => index.idf.has(dimensionOf(folded)),
    tellsOf,
  };
}

function keptForNamed({ documents }: Knowledge): Map<string, string[]> {
  const kept = [...documents.values()].filter((one) => one.onlyWhenNamed);
  return new Map(
    kept.map(({ number, short, aliases }) => [number, [number, short, ...aliases].map((name) => matchable(name))]),
  );
}

function glossaryOf({ glossary }: Knowledge, read: (text: string) => Token[]): Map<string, Everyday[]> {
  const phrases = glossary.flatMap((entry) => {
    const means = entry.means.map(read);
    return entry.say.map((say) => ({ phrase: matchable(say), means }));
  });
  const byWord = new Map<string, Everyday[]>();
  phrases.forEach((one, place) => {
    const [word = ''] = one.phrase.trim().split(' ');
    byWord.set(word, [...(byWord.get(word) ?? []), { ...one, place }]);
  });
  return byWord;
}

function documentWords(knowledge: Knowledge, passage: Passage): string {
  const document = knowledge.documents.get(passage.document);
  return [document?.short ?? passage.document, passage.locator].join(' ');
}

/** How telling a term is. Terms that are known are looked up once: all else costs time on every question. */
function tellingWith(idf: PassageIndex['idf'], rarest: number): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const found = idf.get(dimensionOf(term));
    if (found !== undefined) known.set(term, found);
    return found ?? rarest;
  };
}
