import type { Knowledge } from '../knowledge.ts';
import { isShapeWord, isStopWord } from '../question/stop-words.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { tokensOf } from '../vietnamese/tokens.ts';

/**
 * The words by which questions without an answer may be counted: terms of the glossary, names of legal acts and
 * agencies, and compounds that the reviewed questions use over and over. Closed: nothing a person types gets in.
 */
export type Vocabulary = {
  /** Terms by the folded first word of what is typed for them, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Known[]>;
  /** Every term there is. */
  readonly terms: ReadonlySet<string>;
};

type Known = { words: readonly Token[]; term: string };

/** A compound stands in at least so many reviewed titles and questions … */
const oftenEnough = 4;
/** … and makes up at least this part of the places where its rarer word stands. */
const togetherEnough = 0.3;

export function makeVocabulary(knowledge: Knowledge): Vocabulary {
  const known: Known[] = [];
  const add = (typed: string, term: string) => {
    const words = tokensOf(typed);
    // A single word is too easily part of another.
    if (words.length > 1 && !words.every((word) => isStopWord(word))) known.push({ words, term });
  };
  for (const { say, means } of knowledge.glossary) {
    const [term] = means;
    for (const typed of [...say, ...means]) add(typed, term ?? typed);
  }
  for (const { short, aliases } of knowledge.documents.values()) for (const one of [short, ...aliases]) add(one, short);
  for (const { name, aliases } of knowledge.agencies) for (const one of [name, ...aliases]) add(one, name);
  for (const { facts } of knowledge.passages.values())
    if (facts.kind === 'elsewhere') for (const one of facts.topic.split(/[,;] /)) add(one, one);
  for (const compound of compoundsOf(knowledge)) add(compound, compound);
  const byFirst = new Map<string, Known[]>();
  for (const one of known) {
    const first = one.words[0]?.folded ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  for (const some of byFirst.values()) some.sort((a, b) => b.words.length - a.words.length);
  return { byFirst, terms: new Set(known.map(({ term }) => term)) };
}

/** At most so many terms are kept of one question. */
export const mostTerms = 3;

/** Terms that stand in a question, in its order, none twice. Where diacritics are typed they must be the term's. */
export function termsIn(words: readonly Token[], { byFirst }: Vocabulary): string[] {
  const found = new Set<string>();
  for (let at = 0; at < words.length && found.size < mostTerms; ) {
    const here = words[at];
    const fits = (one: Known) => one.words.every((word, place) => isSame(words[at + place], word));
    const best = here && byFirst.get(here.folded)?.find(fits);
    if (best) found.add(best.term);
    at += best?.words.length ?? 1;
  }
  return [...found];
}

function isSame(typed: Token | undefined, word: Token): boolean {
  if (typed === undefined || typed.folded !== word.folded) return false;
  return typed.raw === typed.folded || typed.raw === word.raw;
}

/** Makes the vocabulary when a question first needs it, and keeps it. */
export function vocabularyOf(knowledge: Knowledge): () => Vocabulary {
  let made: Vocabulary | null = null;
  return () => {
    made ??= makeVocabulary(knowledge);
    return made;
  };
}

/** Pairs of words that belong together, as written with diacritics. Names of places are none. */
function compoundsOf({ passages, communes }: Knowledge): string[] {
  const singles = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { title, ask, facts } of passages.values()) {
    if (facts.kind === 'commune') continue;
    for (const sentence of [title, ...ask]) {
      const tokens = tokensOf(sentence);
      if (tokens.every(({ raw, folded }) => raw === folded)) continue;
      tokens.forEach((word, at) => {
        count(singles, word.raw);
        const before = tokens[at - 1];
        if (before && tells(before) && tells(word)) count(pairs, `${before.raw} ${word.raw}`);
      });
    }
  }
  // "bạo lực gia đình" holds "bạo lực" and "gia đình", not "lực gia".
  const asFirst = new Map<string, number>();
  const asSecond = new Map<string, number>();
  for (const [pair, times] of pairs) {
    const [first = '', second = ''] = pair.split(' ');
    asFirst.set(first, Math.max(asFirst.get(first) ?? 0, times));
    asSecond.set(second, Math.max(asSecond.get(second) ?? 0, times));
  }
  const isCompound = ([pair, times]: [string, number]) => {
    const [first = '', second = ''] = pair.split(' ');
    const rarer = Math.min(singles.get(first) ?? 0, singles.get(second) ?? 0);
    const isWhole = times >= (asSecond.get(first) ?? 0) && times >= (asFirst.get(second) ?? 0);
    return isWhole && times >= oftenEnough && times >= togetherEnough * rarer && !isPlace(pair);
  };
  const isPlace = (pair: string) => communes?.names.has(fold(pair)) === true;
  return [...pairs].filter(isCompound).map(([pair]) => pair);
}

/** Whether a word may be half of a compound. */
const tells = (word: Token) => /^\p{L}{2,}$/u.test(word.raw) && !isStopWord(word) && !isShapeWord(word);
