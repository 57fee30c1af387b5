import type { Passage } from '../passage.ts';
import { type AgeSpan, ageSpanIn } from '../question/age-span.ts';
import { type Ask, asksOf } from '../question/asks.ts';
import { type Relation, relationsIn } from '../question/relation.ts';
import { type Side, sideOf } from '../question/side.ts';
import { type Want, wantsOf } from '../question/wants.ts';
import { pairsOf } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { placeOf } from './candidate.ts';
import { type Sense, type Senses, saidIn, senseOf } from './senses.ts';
import { asksMeaning, saysYesOrNo, statesOf } from './shape.ts';
import type { TermsKnown } from './terms-known.ts';

/**
 * The ways people ask, one after another in one table, which is read faster than many small ones. Way `n` stands in
 * `terms` from `starts[n]` up to `starts[n + 1]`: the numbers of its folded words and pairs, each once.
 */
export type Phrasings = { starts: Int32Array; terms: Int32Array };

/** A passage read once at start for all the comparing that choosing an answer needs. */
export type Entry = {
  passage: Passage;
  /** The article or target it stands at. */
  place: string;
  /** The numbers of the documents it stands in and cites. */
  documents: ReadonlySet<string>;
  /** Folded words of all fields. */
  words: ReadonlySet<string>;
  /** Folded words of what it is about and says: title, plain answer, phrasings. */
  core: ReadonlySet<string>;
  /** Folded pairs of all fields, "bao_luc". */
  pairs: ReadonlySet<string>;
  /** Written forms of all fields. */
  written: ReadonlySet<string>;
  phrasings: Phrasings;
  /** Folded words of the phrasings and the title. */
  asked: ReadonlySet<string>;
  /** What the plain answer states, and what the whole text does. */
  says: ReadonlySet<Want>;
  states: ReadonlySet<Want>;
  /** How many of the ways people ask for it want each kind of thing, 0–1. */
  asksFor: ReadonlyMap<Ask | Want, number>;
  yesOrNo: boolean;
  meaning: boolean;
  /** Whom most ways of asking for it name. */
  relations: ReadonlySet<Relation>;
  /** What it is about, among the senses of words. */
  sense: Sense;
  /** Whom it is about, when only men or only women. */
  side: Side | null;
  /** Of people of which age its title speaks. */
  ages: AgeSpan | null;
};

/** The fields of a passage, read into words. */
export type ReadFields = { title: Token[]; document: Token[]; body: Token[]; say: Token[]; ask: Token[][] };

export function makeEntry(passage: Passage, fields: ReadFields, terms: TermsKnown, senses: Senses): Entry {
  const { title, document, body, say, ask } = fields;
  const all = [title, document, body, say, ...ask];
  return {
    passage,
    place: placeOf(passage),
    documents: new Set([passage.document, ...passage.cites.map((one) => one.document)]),
    words: folded(all, terms),
    core: folded([title, say, ...ask], terms),
    pairs: new Set(all.flatMap(pairsOf).map(terms.shared)),
    written: new Set(all.flatMap((words) => words.map((word) => terms.shared(word.raw)))),
    phrasings: inOneTable([...ask, title].map((words) => Array.from(bagOf(words), terms.numberOf))),
    asked: folded([...ask, title], terms),
    says: statesOf(passage.say),
    states: statesOf(`${passage.say}\n${passage.text}`),
    asksFor: wantedIn(ask),
    yesOrNo: saysYesOrNo(passage.say),
    side: sideOf([...title, ...say]),
    ages: agesOf(passage, title, say),
    meaning: [passage.title, ...passage.ask].some(asksMeaning),
    relations: mostlyNamed(ask),
    sense: senseOf(saidIn([title, say, ...ask]), senses),
  };
}

function inOneTable(ways: number[][]): Phrasings {
  const starts = new Int32Array(ways.length + 1);
  ways.forEach((terms, at) => {
    starts[at + 1] = (starts[at] ?? 0) + terms.length;
  });
  return { starts, terms: Int32Array.from(ways.flat()) };
}

/** A word sequence as the set of its folded words and pairs. */
export function bagOf(words: Token[]): Set<string> {
  return new Set([...words.map((word) => word.folded), ...pairsOf(words)]);
}

function wantedIn(ask: Token[][]): Map<Ask | Want, number> {
  const wanted = new Map<Ask | Want, number>();
  for (const words of ask) {
    const said = words.map((word) => word.folded).join(' ');
    for (const one of new Set([...asksOf(said), ...wantsOf(said, words)]))
      wanted.set(one, (wanted.get(one) ?? 0) + 1 / ask.length);
  }
  return wanted;
}

function mostlyNamed(ask: Token[][]): Set<Relation> {
  const times = new Map<Relation, number>();
  for (const words of ask)
    for (const one of relationsIn(words.map((word) => word.folded).join(' ')))
      times.set(one, (times.get(one) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count * 2 > ask.length).map(([one]) => one));
}

function folded(parts: Token[][], { shared }: TermsKnown): Set<string> {
  return new Set(parts.flatMap((words) => words.map((word) => shared(word.folded))));
}

/** A limit is titled by its matter, and names the age in what it says. */
function agesOf({ facts }: Passage, title: Token[], say: Token[]): AgeSpan | null {
  const spoken = (words: Token[]) => words.map((word) => word.folded).join(' ');
  return ageSpanIn(spoken(title)) ?? (facts.kind === 'limit' ? ageSpanIn(spoken(say)) : null);
}
