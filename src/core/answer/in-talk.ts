import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import { type Candidate, isElsewhere, placeOf } from './candidate.ts';
import { contextShare, followers, leanOf, neighbours, ownShare } from './follow.ts';
import { holdsFact } from './holds-fact.ts';
import type { Library } from './library.ts';
import { talkWeights } from './talk-weights.ts';

/**
 * What speaks for a passage as the answer to a message in a talk, each from 0 to 1. `own`, `context`: how much it says of
 * the message's own words and of what the talk is about; `neighbour`, `document`, `place`, `again`, `told`, `related`: how
 * it stands to what was told last; `alone-…`: what speaks for it where the message is read by itself; `beside-…`: where what
 * the talk is about stands beside it; `holds`: it tells a fact of the kind asked for; `holds-before`: of the
 * kind asked for before, where none is now; `kind`: it is of the kind told last;
 * `follows`: its place among what goes on with the talk; `unknown`: it says that something is not established; `first`: it is
 * the answer to the message by itself. `leaning-…` and `free-…` are the same again, of messages that lean strongly on the talk
 * and of those that do not lean.
 */
export const talkSigns = [
  'own',
  'context',
  'neighbour',
  'document',
  'place',
  'again',
  'told',
  'related',
  'alone-trust',
  'alone-near',
  'alone-likeness',
  'alone-coverage',
  'beside-trust',
  'beside-near',
  'beside-likeness',
  'beside-coverage',
  'holds',
  'holds-before',
  'kind',
  'follows',
  'unknown',
  'first',
  'leaning-own',
  'leaning-context',
  'leaning-alone-near',
  'leaning-alone-likeness',
  'leaning-beside-near',
  'leaning-first',
  'free-context',
  'free-neighbour',
  'free-document',
  'free-alone-near',
  'free-alone-likeness',
  'free-first',
] as const;

export type TalkSign = (typeof talkSigns)[number];

/** A candidate in a talk: as found with the talk beside the message, else by itself, and its signs in the order of `talkSigns`. */
export type InTalk = { candidate: Candidate; signs: number[] };

/** The same in its order. `value`: how much speaks for it, in any range. */
export type Ordered = InTalk & { value: number };

/** How many of those found by the message alone, with the talk beside it, and of what goes on with the talk are looked at. */
const looked = 15;
const followed = 6;

/** Asks for something of its own; what "thế con nuôi thì sao" asks for was said before. */
const asksItself =
  /\b(?:bao nhieu|may|khi nao|bao gio|luc nao|bao lau|ai|dau|noi nao|cho nao|gi)\b|\b(?:khong|chua)$|\b(?:co|duoc|phai) (?:\S+ ){0,6}khong\b/;

/**
 * What may answer a message in a talk, read with what was asked before where it asks nothing itself. `alone`: found by the
 * message itself, and `first` of them what would answer it; `beside`: found with what the talk is about beside its words;
 * `last`: what was told last, the main passage first.
 */
export function readInTalk(
  question: Question,
  last: [Passage, ...Passage[]],
  { alone, first, beside }: { alone: Candidate[]; first: Candidate | undefined; beside: Candidate[] },
  library: Library,
): InTalk[] {
  const [main] = last;
  const near = neighbours(last, library);
  const wanted = wantedFact(question.asked) ?? (question.asks.has('fine') ? 'fine' : null);
  const before = wanted === null && !asksItself.test(question.folded) ? question.talkWanted : undefined;
  const lean = leanOf(question);
  const going = followers(beside, question, last, library);
  const byId = (some: Candidate[]) => new Map(some.map((one) => [one.passage.id, one]));
  const [byItself, withTalk] = [byId(alone.slice(0, looked)), byId(beside.slice(0, looked))];
  for (const one of going.slice(0, followed)) withTalk.set(one.passage.id, one);
  const all = new Map([...byItself, ...withTalk]);
  return [...all.values()]
    .filter((one) => !isElsewhere(one))
    .map((candidate): InTalk => {
      const { passage } = candidate;
      const [a, b] = [byItself.get(passage.id), withTalk.get(passage.id)];
      const place = going.findIndex((one) => one.passage.id === passage.id);
      const own = ownShare(passage, question, library);
      const context = contextShare(passage, main, library);
      const isTold = last.some((one) => one.id === passage.id);
      const isFirst = passage.id === first?.passage.id;
      const when = (is: boolean) => (is ? 1 : 0);
      const [isNear, isOfDocument] = [when(near.has(passage.id)), when(passage.document === main.document)];
      const leaning = [own, context, a?.near ?? 0, a?.likeness ?? 0, b?.near ?? 0, when(isFirst)];
      const free = [context, isNear, isOfDocument, a?.near ?? 0, a?.likeness ?? 0, when(isFirst)];
      const signs = [
        own,
        context,
        isNear,
        isOfDocument,
        when(placeOf(passage) === placeOf(main)),
        when(passage.id === main.id),
        when(isTold && passage.id !== main.id),
        when(main.related.includes(passage.id)),
        a?.trust ?? 0,
        a?.near ?? 0,
        a?.likeness ?? 0,
        a?.coverage ?? 0,
        b?.trust ?? 0,
        b?.near ?? 0,
        b?.likeness ?? 0,
        b?.coverage ?? 0,
        when(wanted === null || holdsFact(passage.say, wanted)),
        when(before !== undefined && holdsFact(passage.say, before)),
        when(passage.facts.kind === main.facts.kind),
        place < 0 ? 0 : 1 / (1 + place),
        when(passage.facts.kind === 'unknown'),
        when(isFirst),
        ...leaning.map((one) => (lean === 'strong' ? one : 0)),
        ...free.map((one) => (lean === 'none' ? one : 0)),
      ];
      return { candidate, signs };
    });
}

const learned = talkSigns.map((name) => talkWeights[name] ?? 0);

/** The same, what speaks most for first; of two alike the one with the smaller id. */
export function inOrderOfTalk(some: InTalk[], weights = learned): Ordered[] {
  return some
    .map((one) => ({ ...one, value: one.signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0) }))
    .sort((a, b) => b.value - a.value || (a.candidate.passage.id < b.candidate.passage.id ? -1 : 1));
}

/** So sure by itself, and what speaks more may be of another decree only because more people ask for that. */
const sureByItself = 0.9;
const at = { own: talkSigns.indexOf('own'), trust: talkSigns.indexOf('alone-trust') };

/**
 * Of one article, what answers a message that does not lean on the talk and is as sure by itself goes first: of its clauses
 * and the whole, the one that was asked for was chosen by more than these signs.
 */
export function asByItself(ordered: Ordered[], first: Candidate | undefined, question: Question): Ordered[] {
  const [next] = ordered;
  if (!next || !first || first.trust < sureByItself || leanOf(question) === 'strong') return ordered;
  if (placeOf(next.candidate.passage) !== placeOf(first.passage)) return ordered;
  const own = ordered.find((one) => one.candidate.passage.id === first.passage.id);
  return own ? [own, ...ordered.filter((one) => one !== own)] : ordered;
}

/** After a fine, what its own decree tells as surely goes first: each decree has those who may fine, and how much. */
export function ofItsDecree(ordered: Ordered[], main: Passage): Ordered[] {
  const [first] = ordered;
  if (main.facts.kind !== 'fine' || first === undefined || first.candidate.passage.document === main.document)
    return ordered;
  const own = ordered.find(
    ({ candidate: { passage }, signs }) =>
      passage.document === main.document &&
      passage.id !== main.id &&
      (signs[at.trust] ?? 0) >= sureByItself &&
      (signs[at.own] ?? 0) >= (first.signs[at.own] ?? 0),
  );
  return own ? [own, ...ordered.filter((one) => one !== own)] : ordered;
}
