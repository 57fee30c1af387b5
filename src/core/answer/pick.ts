import type { Passage } from '../passage.ts';
import type { Hit } from '../ports.ts';
import { type AgeTold, ageTold, isOfAge } from '../question/age-span.ts';
import { matchable } from '../question/names.ts';
import { speaksOfPlanMoney } from '../question/plan-money.ts';
import { areOthers, relationsIn } from '../question/relation.ts';
import { turnIn } from '../question/turns.ts';
import type { Question } from '../question/understand.ts';
import { fold } from '../vietnamese/fold.ts';
import { type Candidate, isElsewhere } from './candidate.ts';
import { type Asked, clueNames, cluesFor } from './clues.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { preferred } from './prefer.ts';
import { nearness } from './senses.ts';
import { trustIn } from './threshold.ts';
import { rivalsIn } from './trust.ts';
import { clueWeights } from './weights.ts';

const weights = clueNames.map((name) => clueWeights[name] ?? 0);

const likenessAt = clueNames.indexOf('likeness');
const coverageAt = clueNames.indexOf('coverage');

/** By how much scores may differ until nearness falls to a third. */
const slowly = 3;

/** How much speaks against a passage on other people than the question names. */
const ofOthers = 2;

/** How much speaks against a passage on the other turn ("khiếu nại lần hai") than is asked for. */
const ofOtherTurn = 2;

/** How much an age told speaks for a passage on people of that age, and against one on people of another. */
const ofThatAge = 1;
const ofAnotherAge = 2;

/** How many of the hits are compared closely. */
const closely = 40;

/** The hits as candidates with their clues, in the order of search. */
export function candidatesOf(hits: Hit[], asked: Asked, library: Library): Candidate[] {
  const looks = library.secondLook.shares(hits, asked.question.words);
  const bestLook = Math.max(...looks, 1e-9);
  const best = Math.max(...hits.map((hit) => hit.score), 1e-9);
  const near = firstThatMay(hits, asked.question, library);
  const places = near.slice(0, 10).map(({ entry }) => entry.place);
  const named = relationsIn(asked.question.folded);
  const age = ageTold(asked.question);
  const turn = turnIn(asked.question.folded);
  const senses = near.map(({ entry }) => nearness(asked.sense, entry.sense));
  const nearest = Math.max(...senses);
  return near.map(({ entry, at }, place) => {
    const { passage } = entry;
    const standing = {
      first: (hits[at]?.score ?? 0) / best,
      look: Math.max(-8, Math.log((looks[at] ?? 0) / bestLook + 1e-9)),
      company: Math.min(3, places.filter((one) => one === entry.place).length),
      sense: senses[place] ?? 0,
      nearest,
    };
    const clues = cluesFor(entry, asked, standing, library);
    let spoken = 0;
    for (let at = 0; at < clues.length; at++) spoken += (clues[at] ?? 0) * (weights[at] ?? 0);
    const others = areOthers(named, entry.relations) ? ofOthers : 0;
    const score = spoken - others + forAge(age, entry) - againstTurn(turn, entry);
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

function againstTurn(asked: ReturnType<typeof turnIn>, { passage }: Entry): number {
  if (asked === null) return 0;
  const told = turnIn(fold(passage.title));
  return told !== null && told !== asked ? ofOtherTurn : 0;
}

function forAge(told: AgeTold | null, { ages }: Entry): number {
  const fits = isOfAge(ages, told);
  return fits === null ? 0 : fits ? ofThatAge : -ofAnotherAge;
}

/** Orders search hits by how well they fit the question, best first; matters that are elsewhere after all others. */
export function rank(hits: Hit[], asked: Asked, library: Library): Candidate[] {
  const ranked = inOrder(candidatesOf(hits, asked, library));
  const rivals = rivalsIn(ranked);
  for (const one of ranked) one.trust = trustIn(one, rivals, asked, library);
  return preferred(ranked, asked, library);
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

/** The first entries that may answer, as many as are compared closely, with their places among the hits. */
function firstThatMay(hits: Hit[], question: Question, library: Library): Array<{ entry: Entry; at: number }> {
  const said = matchable(question.folded);
  const ofMoney = speaksOfPlanMoney(question);
  const near: Array<{ entry: Entry; at: number }> = [];
  for (let at = 0; at < hits.length && near.length < closely; at++) {
    const entry = library.entries.get(hits[at]?.id ?? '');
    if (entry && mayAnswer(entry.passage, said, ofMoney, library)) near.push({ entry, at });
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
