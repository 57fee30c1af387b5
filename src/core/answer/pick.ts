import type { Passage } from '../passage.ts';
import type { Hit } from '../ports.ts';
import { ageTold, isOfAge } from '../question/age-span.ts';
import { matchable } from '../question/names.ts';
import { speaksOfPlanMoney } from '../question/plan-money.ts';
import { areOthers, relationsIn } from '../question/relation.ts';
import type { Question } from '../question/understand.ts';
import { type Asked, clueNames, cluesFor } from './clues.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { nearness } from './senses.ts';
import { trustIn } from './threshold.ts';
import { clueWeights } from './weights.ts';

/**
 * A passage that may answer. `score`: how much speaks for it, in any range; `share`: how much of the trust in all it
 * gets, 0–1; `near`: how near it comes to the best held here, 1 for the best; `trust`: how likely it answers, 0–1; `likeness`: to a known phrasing, 0–1; `coverage`: of
 * the question's subject, 0–1.
 */
export type Candidate = {
  passage: Passage;
  clues: number[];
  score: number;
  share: number;
  near: number;
  trust: number;
  likeness: number;
  coverage: number;
};

const weights = clueNames.map((name) => clueWeights[name] ?? 0);

const likenessAt = clueNames.indexOf('likeness');
const coverageAt = clueNames.indexOf('coverage');

/** By how much scores may differ until nearness falls to a third. */
const slowly = 3;

/** How much speaks against a passage on other people than the question names. */
const ofOthers = 2;

/** How much an age told speaks for a passage on people of that age, and against one on people of another. */
const ofThatAge = 1;
const ofAnotherAge = 2;

/** How many of the hits are compared closely. */
const closely = 40;

/** The hits as candidates with their clues, in the order of search. */
export function candidatesOf(hits: Hit[], asked: Asked, library: Library): Candidate[] {
  const looks = new Map(library.secondLook.again(hits, asked.question.words).map((hit) => [hit.id, hit.score]));
  const bestLook = Math.max(...looks.values(), 1e-9);
  const best = Math.max(...hits.map((hit) => hit.score), 1e-9);
  const near = firstThatMay(hits, asked.question, library);
  const scores = new Map(hits.map((hit) => [hit.id, hit.score]));
  const places = near.slice(0, 10).map((one) => placeOf(one.passage));
  const named = relationsIn(asked.question.folded);
  const age = ageTold(asked.question);
  const nearest = Math.max(...near.map((one) => nearness(asked.sense, one.sense)));
  return near.map((entry) => {
    const { passage } = entry;
    const own = placeOf(passage);
    const standing = {
      first: (scores.get(passage.id) ?? 0) / best,
      look: Math.max(-8, Math.log((looks.get(passage.id) ?? 0) / bestLook + 1e-9)),
      company: Math.min(3, places.filter((place) => place === own).length),
      nearest,
    };
    const clues = cluesFor(entry, asked, standing, library);
    const spoken = clues.reduce((sum, clue, at) => sum + clue * (weights[at] ?? 0), 0);
    const others = areOthers(named, entry.relations) ? ofOthers : 0;
    const score = spoken - others + forAge(age, entry);
    return {
      passage,
      clues,
      score,
      share: 0,
      near: 0,
      trust: 0,
      likeness: clues[likenessAt] ?? 0,
      coverage: clues[coverageAt] ?? 0,
    };
  });
}

function forAge(told: ReturnType<typeof ageTold>, { ages }: Entry): number {
  const fits = isOfAge(ages, told);
  return fits === null ? 0 : fits ? ofThatAge : -ofAnotherAge;
}

/** Orders search hits by how well they fit the question, best first; matters that are elsewhere after all others. */
export function rank(hits: Hit[], asked: Asked, library: Library): Candidate[] {
  const ranked = inOrder(candidatesOf(hits, asked, library));
  const trusted = ranked.map((one) => ({ ...one, trust: trustIn(one, ranked, asked, library) }));
  return bothSidesFirst(cardFirst(narrowFirst(knownFirst(trusted))), asked, library);
}

/** Scored candidates in order, with their shares of trust and their nearness to the best. */
export function inOrder(candidates: Candidate[]): Candidate[] {
  const held = candidates.filter((one) => !isElsewhere(one));
  const elsewhere = candidates.filter(isElsewhere);
  const top = Math.max(...(held.length > 0 ? held : elsewhere).map((one) => one.score));
  const all = held.reduce((sum, one) => sum + Math.exp(one.score - top), 0);
  const placed = (some: Candidate[]) =>
    some
      .map((one) => ({
        ...one,
        share: isElsewhere(one) ? 0 : Math.exp(one.score - top) / all,
        near: Math.exp((one.score - top) / slowly),
      }))
      .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
  return [...placed(held), ...placed(elsewhere)];
}

/** Whether it only tells that a matter is not held here. */
export function isElsewhere({ passage }: Candidate): boolean {
  return passage.facts.kind === 'elsewhere';
}

/** How near what is known must come to what is not established, and how much more of the question it must speak of. */
const nearlyKnown = 0.75;
const saysMore = 0.2;

/** What is not established gives way to what is, where that speaks of clearly more of the question. */
function knownFirst(ranked: Candidate[]): Candidate[] {
  const [first] = ranked;
  if (first?.passage.facts.kind !== 'unknown') return ranked;
  const known = ranked.find(
    (one) =>
      one.passage.facts.kind !== 'unknown' &&
      !isElsewhere(one) &&
      one.near >= nearlyKnown &&
      one.trust > first.trust &&
      one.coverage >= first.coverage + saysMore,
  );
  return known ? [known, ...ranked.filter((one) => one !== known)] : ranked;
}

/** How near a part of an article must come to the whole to be told instead of it. */
const nearTheWhole = 0.5;

/** Of an article and a clause or point of it that says as much of the question, the narrowest part is what was asked for. */
function narrowFirst(ranked: Candidate[]): Candidate[] {
  const [first] = ranked;
  if (first?.passage.facts.kind !== 'article') return ranked;
  const parts = ranked.filter(
    (one) => isPartOf(one.passage, first.passage) && one.near >= nearTheWhole && one.coverage >= first.coverage,
  );
  const [part, ...others] = parts;
  // Where sister parts fit as well ("báo cho ai", of a list of six), the list was asked for.
  if (!part || others.some((one) => areSisters(one.passage, part.passage))) return ranked;
  return narrowFirst(ahead(part, ranked));
}

function isPartOf(one: Passage, whole: Passage): boolean {
  return one.document === whole.document && one.locator.startsWith(`${whole.locator} `);
}

function areSisters(one: Passage, other: Passage): boolean {
  const above = ({ locator }: Passage) => locator.replace(/ \S+ \S+$/, '');
  return above(one) === above(other);
}

/** How near a card must come to the article it rests on to be told instead of it. */
const nearlyLevel = 0.5;

/** Of an article and a card on it that fit about equally well, the card is in plainer words. */
function cardFirst(ranked: Candidate[]): Candidate[] {
  const [first, second] = ranked;
  if (!first || !second || first.passage.facts.kind !== 'article' || second.passage.facts.kind !== 'card')
    return ranked;
  const { document, locator } = first.passage;
  const onIt = second.passage.cites.some((one) => one.document === document && one.locator === locator);
  return onIt && first.score - second.score < nearlyLevel ? ahead(second, ranked) : ranked;
}

/** The first entries that may answer, as many as are compared closely. */
function firstThatMay(hits: Hit[], question: Question, library: Library): Entry[] {
  const said = matchable(question.folded);
  const ofMoney = speaksOfPlanMoney(question);
  const near: Entry[] = [];
  for (const hit of hits) {
    const entry = library.entries.get(hit.id);
    if (entry && mayAnswer(entry.passage, said, ofMoney, library)) near.push(entry);
    if (near.length === closely) break;
  }
  return near;
}

/**
 * A document that stands behind another one is kept for questions that name it, alone or beside the other; the plan's
 * money for those that speak of it ("ly hôn tốn bao nhiêu tiền năm 2026" does not).
 */
function mayAnswer({ document, facts }: Passage, said: string, ofMoney: boolean, library: Library): boolean {
  if (facts.kind === 'budget' && !ofMoney) return false;
  return library.keptFor.get(document)?.some((name) => said.includes(name)) ?? true;
}

/** How near a passage on both must come to one on men or women only, when the question is of neither. */
const nearOnBoth = 0.35;

/** "Tuổi kết hôn?" names neither men nor women: what tells of both goes before what tells of one. */
function bothSidesFirst(ranked: Candidate[], asked: Asked, library: Library): Candidate[] {
  const sideOf = (one: Candidate) => library.entries.get(one.passage.id)?.side ?? null;
  const [first] = ranked;
  if (!first || asked.side !== null || sideOf(first) === null) return ranked;
  const fuller = ranked.find(
    (one) =>
      one.near >= nearOnBoth &&
      one.coverage >= first.coverage &&
      (one.passage.facts.kind !== 'unknown' || first.passage.facts.kind === 'unknown') &&
      sideOf(one) === null &&
      placeOf(one.passage) === placeOf(first.passage) &&
      !isPartOf(one.passage, first.passage),
  );
  return fuller ? ahead(fuller, ranked) : ranked;
}

function ahead(one: Candidate, ranked: Candidate[]): Candidate[] {
  return [inPlaceOf(one, ranked[0] ?? one), ...ranked.filter((other) => other !== one)];
}

/** The candidate with the trust of another that it stands in for. */
export function inPlaceOf(one: Candidate, { score, share, near, trust }: Candidate): Candidate {
  return { ...one, score, share, near, trust };
}

/** The article or target a passage stands at. */
function placeOf({ document, locator }: Passage): string {
  return `${document}|${/^Điều \d+/.exec(locator)?.[0] ?? locator}`;
}
