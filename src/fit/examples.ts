import type { Knowledge } from '../core/knowledge.ts';
import type { Passage } from '../core/passage.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { type AskedByPeople, standsAt } from './asked-by-people.ts';

/**
 * Why a way of asking is hard: `held`: others ask for the same in other words; `bare`: nobody is known to ask for it;
 * `gone`: what answers it is not there, though its neighbours are; `unknown`: it is known not to be established;
 * `outside`: it is about a matter that is not in the knowledge, and others like it are known; `strange`: none are; `vain`:
 * it was written as one that nothing in the knowledge answers; `people`: it is put as people put it, and asked of all
 * that is known.
 */
export type Trial = 'held' | 'bare' | 'gone' | 'unknown' | 'outside' | 'strange' | 'vain' | 'people';

/** A question of the library it is asked of, which never holds it as a known way of asking. `answers`: ids that are right; none when it must be declined. */
export type Example = { text: string; trial: Trial; answers: Set<string> };

/** A knowledge that has never seen its examples. */
export type Holdout = { knowledge: Knowledge; examples: Example[] };

const folds = 5;
const oneIn = 9;

/**
 * Splits what is known into `folds` hold-outs. In each, a fifth of the phrasings are taken away and asked. All passages
 * of one place in nine are taken away and their phrasings asked too: those must be declined, although their neighbours
 * are still there. Of another ninth all phrasings are taken away: those must be found by what they say alone. Questions
 * asked `inVain` are shared out over the hold-outs.
 */
export function makeHoldouts(knowledge: Knowledge, inVain: string[]): Holdout[] {
  return Array.from({ length: folds }, (_, at) =>
    holdout(
      knowledge,
      inVain.filter((text) => hash(text) % folds === at),
      at,
    ),
  );
}

function holdout(knowledge: Knowledge, inVain: string[], at: number): Holdout {
  const gone = (place: string) => hash(place) % oneIn === at;
  const bare = (place: string) => hash(`bare ${place}`) % oneIn === at;
  const passages = new Map<string, Passage>();
  const asked: Array<{ passage: Passage; text: string; trial: Trial }> = [];
  for (const passage of knowledge.passages.values()) {
    const { facts, ask } = passage;
    const places = placesOf(passage);
    const take = (texts: string[], trial: Trial) => {
      for (const text of texts) asked.push({ passage, text, trial });
    };
    if (places.some(gone)) {
      if (places.every(gone) && facts.kind !== 'unknown') take(ask, facts.kind === 'elsewhere' ? 'strange' : 'gone');
      continue;
    }
    const outside = facts.kind === 'elsewhere';
    const unsaid = places.some(bare) && facts.kind !== 'unknown' && !outside;
    const held = unsaid ? ask : ask.filter((text) => hash(`${passage.id} ${text}`) % folds === at);
    take(held, unsaid ? 'bare' : outside ? 'outside' : facts.kind === 'unknown' ? 'unknown' : 'held');
    const left = ask.filter((text) => !held.includes(text));
    const title = held.includes(passage.title) ? (left[0] ?? '') : passage.title;
    passages.set(passage.id, { ...passage, ask: left, title });
  }
  const byPlace = new Map<string, string[]>();
  for (const passage of passages.values())
    for (const place of exactPlaces(passage)) byPlace.set(place, [...(byPlace.get(place) ?? []), passage.id]);
  const answersTo = ({ passage, trial }: (typeof asked)[number]): Set<string> => {
    if (trial === 'gone' || trial === 'outside' || trial === 'strange') return new Set();
    return new Set([passage.id, ...exactPlaces(passage).flatMap((place) => byPlace.get(place) ?? [])]);
  };
  const examples = asked.flatMap((one) => typed(one.text, one.trial, answersTo(one)));
  const vain = inVain.flatMap((text) => typed(text, 'vain', new Set()));
  return { knowledge: { ...knowledge, passages }, examples: [...examples, ...vain] };
}

/** Questions put by people, of all that is known; without those that are known ways of asking. */
export function peoplesExamples(knowledge: Knowledge, asked: AskedByPeople[]): Example[] {
  const passages = [...knowledge.passages.values()];
  const known = new Set(passages.flatMap((one) => one.ask).map(fold));
  return asked
    .filter(({ text }) => !known.has(fold(text)))
    .flatMap(({ text, places }) => {
      const right = passages.filter((one) => standsAt(one, places)).map((one) => one.id);
      // A place that no passage stands at teaches nothing.
      return places.length > 0 && right.length === 0 ? [] : typed(text, 'people', new Set(right));
    });
}

/** A question as it stands, and one in three without diacritics too. */
function typed(text: string, trial: Trial, answers: Set<string>): Example[] {
  const plain = fold(text);
  const twice = plain !== text && hash(`bare ${text}`) % 3 === 0;
  return (twice ? [text, plain] : [text]).map((one) => ({ text: one, trial, answers }));
}

/** The articles and targets a passage rests on. */
function placesOf(passage: Passage): string[] {
  return passage.cites.length === 0
    ? [passage.id]
    : passage.cites.map(({ document, locator }) => `${document}|${/^Điều \d+/.exec(locator)?.[0] ?? locator}`);
}

function exactPlaces(passage: Passage): string[] {
  return passage.facts.kind === 'unknown' ? [] : passage.cites.map(({ document, locator }) => `${document}|${locator}`);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return value >>> 0;
}
