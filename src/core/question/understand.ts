import type { AgencyName, Knowledge } from '../knowledge.ts';
import type { EndedAct } from '../passage.ts';
import { wordsIn, wordsOf } from '../search/terms.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Token, Typed } from '../vietnamese/normalise.ts';
import { type NumberMention, readNumbers } from '../vietnamese/numbers.ts';
import { type Ask, asksOf } from './asks.ts';
import { longestNamed, matchable } from './names.ts';
import { type NamedPlace, namedPlace } from './places.ts';
import { type ProvinceName, provinceWords } from './provinces.ts';
import { planNumber, type Scope, scopeOf } from './scope.ts';
import { inCompound, isShapeWord, isStopWord } from './stop-words.ts';
import type { Wanted } from './wanted.ts';
import { type Want, wantsOf } from './wants.ts';

/** A message read as a question. Lives only in memory, for one turn. */
export type Question = {
  words: Token[];
  /** Folded words, single spaces. */
  folded: string;
  /** The same of the sentences that end with a question mark, where others do not: "sốt mấy hôm" tells, and asks nothing. */
  asked: string;
  /** Words of the subject: neither function words, nor the shape of the answer, nor the name of the document. */
  content: Token[];
  /** Where the name of the document stands among the words, from–to. */
  naming: [from: number, to: number] | null;
  asks: Set<Ask>;
  /** The kinds of quantity an answer must hold. */
  wants: Set<Want>;
  /** Whether it speaks of the plan, the national strategy or the law; `null` when it does not say. */
  scope: Scope | null;
  place: NamedPlace;
  /** Calendar years named. */
  years: number[];
  /** Quantities named, years and places left out. */
  figures: NumberMention[];
  /** The known document named, by number. */
  document: string | null;
  /** The act named that lost force when one in the knowledge came; `document` is then that one. */
  ended: EndedAct | null;
  /** The question names a numbered act that is not in the knowledge. */
  strangerAct: boolean;
  agency: AgencyName | null;
  /** What the talk that it goes on with is about, folded, where it leans on one: for rules that must be named. */
  talk?: string | undefined;
  /** The calendar year that talk was about. */
  talkYear?: number | undefined;
  /** The kind of fact that talk was after. */
  talkWanted?: Wanted | undefined;
};

/** A numbered act or programme: "282 2025 nd cp", "nghi dinh so 39 2015", "de an 1898". */
const actNumber =
  /\b\d+ \d{4} (?:qh\d+|nd cp|nq cp|tt [a-z]+|ubtvqh\d+)|\b(?:nghi dinh|nd|luat|thong tu|nghi quyet|nq|quyet dinh)(?: so)? \d{1,4} (?:19|20)\d\d\b|\b(?:de an|chuong trinh|du an)(?: so)? \d{3,4}\b(?! (?:trieu|nguoi|xa|ty))/;

/** Names of documents and agencies in matchable form, made once per knowledge. */
export type Names = {
  documents: Map<string, string>;
  agencies: Map<string, AgencyName>;
  ended: Map<string, { act: EndedAct; by: string }>;
  provinces: readonly ProvinceName[];
  /** How the plan is called for short. */
  plan: string | null;
};

/** A name in matchable form, and as people shorten it: who fights something prevents it as well. */
function spokenNames(name: string): string[] {
  const full = matchable(name);
  const short = full.replace(/^ luat phong chong /, ' luat chong ');
  return short === full ? [full] : [full, short];
}

export function namesOf(knowledge: Knowledge): Names {
  const documents = new Map<string, string>();
  const ended: Names['ended'] = new Map();
  for (const document of knowledge.documents.values()) {
    const names = [document.number, document.title, document.short, ...document.aliases].flatMap(spokenNames);
    for (const name of names) documents.set(name, document.number);
    for (const act of document.act?.ends ?? []) {
      if (knowledge.documents.has(act.number)) continue;
      // "Luật mua bán người năm 2011": what the act of today is called, with the year of the one before.
      const year = act.replaced ? /\/((?:19|20)\d\d)\//.exec(act.number)?.[1] : undefined;
      const ofThen = year === undefined ? [] : names.map((name) => `${name}${year} `);
      for (const name of [...[act.number, act.name, ...act.aliases].flatMap(spokenNames), ...ofThen])
        ended.set(name, { act, by: document.number });
    }
  }
  const agencies = new Map<string, AgencyName>();
  for (const agency of knowledge.agencies)
    for (const name of [agency.name, ...agency.aliases]) agencies.set(matchable(name), agency);
  return { documents, agencies, ended, provinces: knowledge.provinces, plan: planNumber(knowledge.plan) };
}

/** Longer messages are read to this length, in UTF-16 units. */
const longest = 4_000;

/** "Nghị định 282/2024" is not the decree 282/2025, though "nghị định 282" is one of its names. */
function isOfAnotherYear(naming: string, number: string): boolean {
  const typed = /\b(?:nghi dinh|nd|luat|thong tu|nghi quyet)(?: so)? (\d{1,4}) ((?:19|20)\d\d)\b/.exec(naming);
  return typed !== null && number.startsWith(`${typed[1]}/`) && !number.startsWith(`${typed[1]}/${typed[2]}`);
}

/** "Luật hôn nhân và gia đình 2000" is not that of 2014. A later year tells when something is asked of. */
function isOfEarlierYear(naming: string, name: string, number: string): boolean {
  const made = /\/((?:19|20)\d\d)\//.exec(number)?.[1];
  const typed = new RegExp(`${name}((?:19|20)\\d\\d) `).exec(naming)?.[1];
  return made !== undefined && typed !== undefined && typed < made && /luat/.test(name);
}

/**
 * Reads a message; `typed` is the whole of it made readable, where it was done already. Never throws; an empty message
 * gives an empty question.
 */
export function understand(message: string, names: Names, typed?: Typed): Question {
  const words = (typed ? wordsIn(typed) : wordsOf(message.slice(0, longest))).map(asPronoun);
  const folded = words.map((word) => word.folded).join(' ');
  const haystack = matchable(folded);
  const naming = haystack.replace(/ nam (?=(?:19|20)\d\d )/g, ' ');
  const past = longestNamed(naming, names.ended.keys());
  const found = longestNamed(naming, names.documents.keys());
  const number = found === null ? null : (names.documents.get(found) ?? null);
  const older = found !== null && number !== null && isOfEarlierYear(naming, found, number);
  const current = older || (number !== null && isOfAnotherYear(naming, number)) ? null : found;
  // "Luật mua bán người 2011" is not "luật mua bán người".
  const ended = past !== null && past.length > (current?.length ?? 0) ? (names.ended.get(past) ?? null) : null;
  const named = current ?? ended?.act.name ?? null;
  const agency = longestNamed(haystack, names.agencies.keys());
  const place = namedPlace(haystack.trim());
  const mentions = readNumbers(words);
  const places = provinceWords(words, names.provinces);
  const placeNumbers = new Set([place.objective, place.indicator, place.article, place.clause]);
  const span = current === null ? null : spanOf(current.trim(), words);
  const telling = (word: Token, at: number) =>
    !places.has(at) &&
    !(word.folded === 'vong' && words[at - 1]?.folded === 'trong') &&
    (inCompound(word, words[at - 1], words[at + 1]) ||
      (!isStopWord(word) && !isShapeWord(word) && !/^[\d.,/%]+$/.test(word.raw)));
  const outside = words.filter((word, at) => telling(word, at) && !(span && at >= span[0] && at < span[1]));
  return {
    words,
    folded,
    asked: markedIn(message) ?? askedIn(words),
    content: outside.length > 0 ? outside : words.filter(telling),
    naming: outside.length > 0 ? span : null,
    asks: asksOf(withoutPoliteEnd(haystack.trim(), words)),
    wants: wantsOf(haystack.trim(), words),
    scope: scopeOf(haystack.trim(), names.plan),
    place,
    years: mentions.filter((one) => one.kind === 'year').map((one) => one.value),
    figures: mentions.filter((one) => one.kind !== 'year' && !(one.unit === null && placeNumbers.has(one.value))),
    document: current === null ? (ended?.by ?? null) : (names.documents.get(current) ?? null),
    ended: ended?.act ?? null,
    strangerAct: named === null && (older || actNumber.test(haystack)),
    agency: agency === null ? null : (names.agencies.get(agency) ?? null),
  };
}

const sentenceEnd = /(?<=[.?!;])\s+|\n+/;

/** The folded sentences with a question mark; `null` where none has one, or all have. */
function markedIn(message: string): string | null {
  if (!message.includes('?')) return null;
  const sentences = message
    .slice(0, longest)
    .split(sentenceEnd)
    .filter((one) => /\p{L}/u.test(one));
  const marked = sentences.filter((one) => /\?/.test(one));
  if (marked.length === 0 || marked.length === sentences.length) return null;
  return askedIn(wordsOf(marked.join(' ')).map(asPronoun));
}

/** Words that ask for an amount or a time, as they are written: with other marks ("mấy cụ", "nhà máy", "mấy thằng") they ask nothing. */
const amounts = new Map(
  'củ mấy tháng ngày giờ lần năm tuổi phạt tiền triệu hôm bữa buổi tuần quý phút đồng nghìn'
    .split(' ')
    .map((word) => [fold(word), word]),
);

/** The words as patterns read them, folded, but for those that are only written like a word of amounts. */
function askedIn(words: Token[]): string {
  return words
    .map(({ raw, folded }) => (raw === folded || raw === (amounts.get(folded) ?? raw) ? folded : raw))
    .join(' ');
}

/** A last "ạ" is courtesy: only "à" asks whether something is so. */
function withoutPoliteEnd(folded: string, words: Token[]): string {
  return words.at(-1)?.raw === 'ạ' ? folded.replace(/ a$/, '') : folded;
}

const countsMetres = /^(?:[\d.,]+|may|nhieu|vai|chuc|tram|nghin|ngan|ruoi|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)$/;

/** "m" after a count is metres; anywhere else it is short for whoever is spoken to. */
function asPronoun(word: Token, at: number, words: Token[]): Token {
  if (word.raw !== 'm' || countsMetres.test(words[at - 1]?.folded ?? '')) return word;
  return { ...word, raw: 'bạn', folded: 'ban' };
}

/** Where the words of a matchable name stand in the message, or `null`. */
function spanOf(name: string, words: Token[]): [number, number] | null {
  for (let from = 0; from < words.length; from++) {
    let said = '';
    for (let to = from; to < words.length && said.length < name.length; to++) {
      said = `${said} ${matchable(words[to]?.folded ?? '').trim()}`.trim();
      if (said === name) return [from, to + 1];
    }
  }
  return null;
}
