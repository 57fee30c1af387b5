import type { AgencyName, Knowledge } from '../knowledge.ts';
import { wordsOf } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { type NumberMention, readNumbers } from '../vietnamese/numbers.ts';
import { type Ask, asksOf } from './asks.ts';
import { longestNamed, matchable } from './names.ts';
import { type NamedPlace, namedPlace } from './places.ts';
import { isShapeWord, isStopWord } from './stop-words.ts';

/** A message read as a question. Lives only in memory, for one turn. */
export type Question = {
  words: Token[];
  /** Folded words, single spaces. */
  folded: string;
  /** Words of the subject: neither function words nor the shape of the answer. */
  content: Token[];
  asks: Set<Ask>;
  place: NamedPlace;
  /** Calendar years named. */
  years: number[];
  /** Quantities named, years and places left out. */
  figures: NumberMention[];
  /** The known document named, by number. */
  document: string | null;
  /** The question names a numbered act that is not in the knowledge. */
  strangerAct: boolean;
  agency: AgencyName | null;
};

const actNumber = /\d+ \d{4} (?:qh\d+|nd cp|nq cp|tt [a-z]+|ubtvqh\d+)/g;

/** Names of documents and agencies in matchable form, made once per knowledge. */
export type Names = { documents: Map<string, string>; agencies: Map<string, AgencyName> };

export function namesOf(knowledge: Knowledge): Names {
  const documents = new Map<string, string>();
  for (const document of knowledge.documents.values())
    for (const name of [document.number, document.title, document.short, ...document.aliases])
      documents.set(matchable(name), document.number);
  const agencies = new Map<string, AgencyName>();
  for (const agency of knowledge.agencies)
    for (const name of [agency.name, ...agency.aliases]) agencies.set(matchable(name), agency);
  return { documents, agencies };
}

/** Longer messages are read to this length, in UTF-16 units. */
const longest = 4_000;

/** Reads a message. Never throws; an empty message gives an empty question. */
export function understand(message: string, names: Names): Question {
  const words = wordsOf(message.slice(0, longest));
  const folded = words.map((word) => word.folded).join(' ');
  const haystack = matchable(folded);
  const spaced = haystack.replaceAll('/', ' ').replaceAll('-', ' ');
  const named = longestNamed(haystack, names.documents.keys());
  const agency = longestNamed(haystack, names.agencies.keys());
  const place = namedPlace(haystack.trim());
  const mentions = readNumbers(words);
  const placeNumbers = new Set([place.objective, place.indicator, place.article, place.clause]);
  return {
    words,
    folded,
    content: words.filter((word) => !isStopWord(word) && !isShapeWord(word) && !/^[\d.,/%]+$/.test(word.raw)),
    asks: asksOf(haystack.trim()),
    place,
    years: mentions.filter((one) => one.kind === 'year').map((one) => one.value),
    figures: mentions.filter((one) => one.kind !== 'year' && !(one.unit === null && placeNumbers.has(one.value))),
    document: named === null ? null : (names.documents.get(named) ?? null),
    strangerAct: named === null && (spaced.match(actNumber) ?? []).length > 0,
    agency: agency === null ? null : (names.agencies.get(agency) ?? null),
  };
}
